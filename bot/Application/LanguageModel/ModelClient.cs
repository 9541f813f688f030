using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using OpenAI;

namespace ChatOpsBot.Application.LanguageModel;

/// <summary>The client of an OpenAI-compatible API: no retries, no log, no trace of its own.</summary>
internal static class ModelClient
{
    // The library wants a key; a server without keys does not look at it.
    private const string NoKey = "none";

    public static IChatClient Make(LanguageModelOptions options, HttpClient http)
    {
        var client = new OpenAI.Chat.ChatClient(
            options.Model,
            new ApiKeyCredential(string.IsNullOrWhiteSpace(options.ApiKey) ? NoKey : options.ApiKey.Trim()),
            new OpenAIClientOptions
            {
                Endpoint = options.ReadEndpoint(),
                Transport = new HttpClientPipelineTransport(http),
                // A person waits: whoever did not answer at once has no second chance.
                RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
                // What goes over the wire is what people write.
                ClientLoggingOptions = new() { EnableLogging = false, EnableMessageLogging = false, EnableMessageContentLogging = false },
                EnableDistributedTracing = false,
            });
        return client.AsIChatClient();
    }
}
