using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Audit;
using ChatOpsBot.Storage.Requests;
using ChatOpsBot.Storage.Tickets;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Faults.Situations;

/// <summary>
/// People send requests to the desk, some at a time, while something happens to the instances of the bot or to their database. Teams
/// delivers again what was not answered. In the end each has one request at the desk.
/// </summary>
internal static class FilingPeople
{
    private const int Count = 24;

    /// <summary>Every sixth comes with trouble.</summary>
    private const int TroubleEvery = 6;

    /// <param name="open">The database, for this version of the bot.</param>
    /// <param name="trouble">What happens, each time; the number begins with 1.</param>
    public static async Task<Figures> PlayAsync(string name, Instances bots, Func<BotDb> open, Func<int, Task> trouble)
    {
        await using var teams = await FakeTeams.StartAsync();
        List<Colleague> people =
            [.. Enumerable.Range(0, Count).Select(number => new Colleague(teams, it => bots.DeliverAsync(teams, it), $"p{number}"))];
        var troubles = 0;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Count),
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (number, _) =>
            {
                var isTrouble = number % TroubleEvery == TroubleEvery - 1;
                var disturbs = isTrouble ? trouble(Interlocked.Increment(ref troubles)) : Task.CompletedTask;
                await AskAsync(people[number], teams, $"a:29:p{number}");
                await people[number].PressesAsync("Review");
                await people[number].PressesAsync(Filed.Send);
                await disturbs;
            });

        var served = await ServedAsync(open);
        await using var db = open();
        var tickets = await new DeskBook(db).ListAsync([], CancellationToken.None);
        var chain = await new AuditVerifier(db).VerifyAsync(null, null, CancellationToken.None);
        // A form that was asked for twice comes twice, and so does the word that it could not be made.
        var (doubled, marked) = Writing.Repeats(teams.Changes.Where(change => IsNews((string?)change.Content["text"])));
        var twice = doubled.Count + Math.Max(0, tickets.Count - Count);
        return new($"{name} ({troubles} times)", Count, Count - served, twice, marked, chain.Fault?.Why) { Notes = doubled };
    }

    /// <summary>Who is told that something went wrong, or hears nothing, says it once more.</summary>
    public static async Task AskAsync(Colleague person, FakeTeams teams, string chat)
    {
        for (var tries = 0; tries < 30; tries++, await Task.Delay(500))
        {
            await person.SaysAsync(Filed.Sentence);
            if (teams.Messages.Any(message => message.ConversationId == chat && message.Card is not null))
                return;
        }
    }

    private static async Task<int> ServedAsync(Func<BotDb> open)
    {
        var served = 0;
        for (var look = 0; look < 100 && served < Count; look++, await Task.Delay(200))
        {
            served = 0;
            await using var db = open();
            foreach (var number in Enumerable.Range(0, Count))
            {
                var own = await new RequestStore(db).OwnAsync($"aad-p{number}", 10, CancellationToken.None);
                served += own.Any(request => request.State is RequestState.Filed) ? 1 : 0;
            }
        }

        return served;
    }

    private static bool IsNews(string? text) => text is not null && !text.StartsWith("Sorry", StringComparison.Ordinal);
}
