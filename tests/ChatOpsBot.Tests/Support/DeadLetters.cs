using ChatOpsBot.Storage.Outbox;

namespace ChatOpsBot.Tests.Support;

/// <summary>How many messages were given up.</summary>
internal static class DeadLetters
{
    public static async Task<int> DeadLettersAsync(this OutboxStore messages, CancellationToken cancel) =>
        (await messages.BacklogAsync(DateTimeOffset.MaxValue, cancel)).Sum(kind => kind.DeadLetters);
}
