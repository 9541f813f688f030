using ChatOpsBot.Storage.Outbox;

namespace ChatOpsBot.Tests.Support;

/// <summary>How many errands were given up.</summary>
internal static class BuriedErrands
{
    public static async Task<int> BuriedAsync(this ErrandStore errands, CancellationToken cancel) =>
        (await errands.BacklogAsync(DateTimeOffset.MaxValue, cancel)).Sum(kind => kind.Buried);
}
