using ChatOpsBot.Application.LanguageModel;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host.Health;

/// <summary>Whether the language model answers as the bot needs it to, if one is set up.</summary>
internal static class LanguageModelFindings
{
    private const string Subject = "language model";
    private const string Message = "hello";

    public static async Task<Finding> FindingAsync(IServiceProvider services, CancellationToken cancel)
    {
        var options = services.GetRequiredService<IOptions<LanguageModelOptions>>().Value;
        if (!options.IsOn)
            return new(Subject, FindingState.Open, "none; the bot understands messages by itself. To use one, set LanguageModel:Endpoint.");

        // The very call that a message leads to: what a server lists, it may still refuse.
        var answer = await services.GetRequiredService<ModelCall>().SendAsync(Message, Message, cancel);
        return answer.Outcome is ModelOutcome.Advised or ModelOutcome.NoAdvice
            ? new(Subject, FindingState.Good, $"{options.Model} at {options.Endpoint} answers in the form asked for.")
            : new(Subject, FindingState.Fault, $"{FaultOf(answer, options)} The bot itself runs without it.");
    }

    private static string FaultOf(ModelAnswer answer, LanguageModelOptions options) => answer switch
    {
        { Outcome: ModelOutcome.TimedOut } =>
            $"{options.Endpoint} did not answer within {options.Timeout}. Check outgoing connections to it, or choose a faster model, or raise LanguageModel:Timeout.",
        { Outcome: ModelOutcome.Refused, Fault: "HTTP 401" or "HTTP 403" } =>
            $"{options.Endpoint} refuses the key ({answer.Fault}). Check LanguageModel:ApiKey.",
        { Outcome: ModelOutcome.Refused, Fault: "HTTP 404" } =>
            $"{options.Endpoint} does not know the model {options.Model}, or is not the address of the API (HTTP 404). Check LanguageModel:Endpoint and LanguageModel:Model.",
        { Outcome: ModelOutcome.Refused, Fault: "HTTP 429" } => $"{options.Endpoint} takes no more calls now (HTTP 429). Check the quota of the key.",
        { Outcome: ModelOutcome.Unusable } =>
            $"{options.Model} does not answer in the form asked for. Choose a model and a server that support structured output (a JSON schema).",
        _ => $"{options.Endpoint} cannot be used ({answer.Fault}). Check LanguageModel:Endpoint and outgoing connections to it.",
    };
}
