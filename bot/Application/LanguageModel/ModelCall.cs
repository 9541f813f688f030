using System.ClientModel;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.LanguageModel;

/// <summary>One call of the language model, within its time limit.</summary>
/// <param name="client">Made with the first call.</param>
internal sealed class ModelCall(
    Lazy<IChatClient> client, AdvicePrompt prompt, AdviceReader reader, IOptions<LanguageModelOptions> options, TimeProvider time)
{
    /// <summary>Never throws for a fault of the server, whatever it answers.</summary>
    /// <param name="sent">What is sent of the message.</param>
    /// <param name="message">The whole message.</param>
    public async Task<ModelAnswer> SendAsync(string sent, string message, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(options.Value.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            return Read(await client.Value.GetResponseAsync(prompt.Of(sent), prompt.Options, either.Token), message);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new(ModelOutcome.TimedOut, Fault: $"no answer within {options.Value.Timeout}");
        }
        catch (ClientResultException fault) when (fault.Status > 0)
        {
            return new(fault.Status is >= 400 and < 500 ? ModelOutcome.Refused : ModelOutcome.Failed, Fault: $"HTTP {fault.Status}");
        }
        // The library reads an answer that is no completion at all (a page of a proxy, say) until it falls over something. The messages of
        // its exceptions quote what they fell over, so only their types are kept.
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return new(ModelOutcome.Failed, Fault: fault.GetBaseException().GetType().Name);
        }
    }

    // A choice that was cut off or held back by the server is none.
    private ModelAnswer Read(ChatResponse response, string message)
    {
        if (response.FinishReason is { } reason && reason != ChatFinishReason.Stop)
            return new(ModelOutcome.Unusable);

        var (advice, isUsable) = reader.Read(response.Text, message);
        return new(advice is not null ? ModelOutcome.Advised : isUsable ? ModelOutcome.NoAdvice : ModelOutcome.Unusable, advice);
    }
}
