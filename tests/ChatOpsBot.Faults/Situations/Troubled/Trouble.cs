using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Storage.Requests;
using ChatOpsBot.Storage.Tickets;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Host;

namespace ChatOpsBot.Faults.Situations.Troubled;

/// <summary>
/// People send requests to the desk while something is wrong. When it is over, who was not served does it once more. In the end there is
/// one ticket for each, and each sees it.
/// </summary>
/// <param name="Begin">From here on it is wrong.</param>
/// <param name="Pass">Lets time go by while it is.</param>
internal sealed record Trouble(string Name, Action<RunningBot> Begin, Action<RunningBot> End, Func<RunningBot, Task> Pass)
{
    private const int People = 10;

    /// <summary>Meanwhile the desk begins to work on what it has, of which each owner is to hear.</summary>
    public bool HasNews { get; init; }

    public async Task<Figures> PlayAsync(RunningBot bot)
    {
        List<Colleague> people = [];
        foreach (var number in Enumerable.Range(0, People))
        {
            var person = bot.Colleague($"p{number}");
            await person.SaysAsync(Filed.Sentence);
            await person.PressesAsync("Review");
            people.Add(person);
        }

        await bot.SettleAsync();
        Begin(bot);
        foreach (var person in people)
            await person.PressesAsync(Filed.Send);
        // A card in the place of the pressed one says that the bot has it; all else is an error to the person.
        var refused = people.Where(person => person.Answer is null).ToList();
        if (HasNews)
            await DeskBeginsAsync(bot);
        await Pass(bot);
        End(bot);
        foreach (var person in refused)
            await person.AgainAsync();
        foreach (var _ in Enumerable.Range(0, 30))
        {
            bot.Clock.Advance(TimeSpan.FromMinutes(2));
            await bot.SettleAsync();
        }

        var tickets = await bot.TicketsAsync();
        var served = 0;
        foreach (var number in Enumerable.Range(0, People))
            served += await IsServedAsync(bot, people[number], $"aad-p{number}") ? 1 : 0;
        var (doubled, marked) = Writing.Repeats(bot.Teams.Changes);
        var (name, tooMany) = ($"{Name} ({refused.Count} of {People} told so)", Math.Max(0, tickets.Count - People));
        return new(name, People, People - served, doubled.Count + tooMany, marked) { Notes = doubled };
    }

    private static async Task DeskBeginsAsync(RunningBot bot)
    {
        // What was sent to the desk is opened beside the turns.
        for (var look = 0; look < 200 && (await bot.TicketsAsync()).Count < People; look++)
            await Task.Delay(20);
        foreach (var number in (await bot.TicketsAsync()).Select(ticket => ticket.Number))
        {
            await bot.ReadAsync(async db =>
            {
                var book = new DeskBook(db);
                return await book.WriteAsync(
                    bot.Clock.GetUtcNow(),
                    async at =>
                    {
                        var ticket = await book.FindAsync(number, CancellationToken.None);
                        book.Set(ticket!, TicketState.InProgress, "set", null, at);
                        return true;
                    },
                    CancellationToken.None);
            });
        }
    }

    private async Task<bool> IsServedAsync(RunningBot bot, Colleague person, string owner)
    {
        var request = (await bot.ReadAsync(db => new RequestStore(db).OwnAsync(owner, 10, CancellationToken.None))).Single();
        string[] seen = [person.Answer is { } answer ? answer.InWords() : "", person.Card.Card.InWords(), .. person.Texts];
        return request.State is RequestState.Filed
            && seen.Any(text => text.Contains(request.Ticket!.Number!, StringComparison.Ordinal))
            && (!HasNews || person.Texts.Count > 0);
    }
}
