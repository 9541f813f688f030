using System.Text.Json.Nodes;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Storage.Requests;
using ChatOpsBot.Storage.Tickets;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Faults.Situations.Crowded;

/// <summary>
/// The file of the database is on a disk that is really full while people send requests. Who is refused does it once more when there is
/// space again; what was acknowledged is there, also when the bot was killed meanwhile.
/// </summary>
internal static class FullDisks
{
    private const int People = 12;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly (string Name, long Leave, bool IsKilled)[] Disks =
    [
        ("The disk (tmpfs) is full", 0, false),
        ("The disk (tmpfs) is full, and the bot is killed", 0, true),
        ("The disk (tmpfs) fills up while they send", 200_000, false),
        ("The disk (tmpfs) fills up, and the bot is killed", 200_000, true),
    ];

    public static async IAsyncEnumerable<Figures> PlayAsync()
    {
        foreach (var (name, leave, isKilled) in Disks)
            yield return await PlayAsync(name, leave, isKilled);
    }

    private static async Task<Figures> PlayAsync(string name, long leave, bool isKilled)
    {
        using var disk = SmallDisk.Mount();
        if (disk is null)
            return new(name, 0, Fault: "Only root may make a small disk.");

        var connection = $"Data Source={Path.Combine(disk.Folder, "bot.db")};Pooling=False";
        await using var teams = await FakeTeams.StartAsync();
        await using var bots = await Instances.StartAsync(connection, 1, "Sqlite");
        var isPatient = true;
        var people = await ReviewingAsync(teams, it => isPatient ? bots.DeliverAsync(teams, it) : OnceAsync(bots, teams, it));
        if (await bots.ReadyAsync() is not 200 and var unready)
            return new(name, People, Fault: $"/readyz says {unready} before anything was wrong.");

        isPatient = false;
        disk.Fill(leave);
        foreach (var person in people)
            await person.PressesAsync(Filed.Send);
        var refused = people.Where(person => person.Answer is null).ToList();
        var ready = await bots.ReadyAsync();
        if (isKilled)
            await bots.KillNextAsync(disk.Clear);
        else
            disk.Clear();
        var isReadyAgain = await UntilAsync(async () => await bots.ReadyAsync() == 200);
        isPatient = true;
        foreach (var person in refused)
            await person.AgainAsync();
        var fault = refused.Count == 0 ? "Nobody was refused: the disk was not full."
            : ready != 503 ? $"/readyz says {ready} while requests cannot be saved."
            : !isReadyAgain ? "With space again, /readyz is not 200."
            : null;
        return await ToldAsync($"{name} ({refused.Count} of {People} told so)", connection, teams, fault);
    }

    // No answer at all is a refusal to whoever pressed.
    private static async Task<(int Status, JsonNode? Body)> OnceAsync(Instances bots, FakeTeams teams, JsonObject activity) =>
        await bots.DeliverAsync(teams, activity, most: 1) is { Status: not 0 } answer ? answer : (200, null);

    private static async Task<IReadOnlyList<Colleague>> ReviewingAsync(
        FakeTeams teams, Func<JsonObject, Task<(int Status, JsonNode? Body)>> deliver)
    {
        List<Colleague> people = [];
        foreach (var number in Enumerable.Range(0, People))
        {
            var person = new Colleague(teams, deliver, $"p{number}");
            await FilingPeople.AskAsync(person, teams, $"a:29:p{number}");
            await person.PressesAsync("Review");
            people.Add(person);
        }

        return people;
    }

    private static async Task<Figures> ToldAsync(string name, string connection, FakeTeams teams, string? fault)
    {
        var served = 0;
        await UntilAsync(async () => (served = await ServedAsync(connection)) == People);
        await using var db = Databases.OfFile(connection)();
        var tickets = await new DeskBook(db).ListAsync([], CancellationToken.None);
        var (doubled, marked) = Writing.Repeats(teams.Changes);
        return new(name, People, People - served, doubled.Count + Math.Max(0, tickets.Count - People), marked, fault) { Notes = doubled };
    }

    private static async Task<int> ServedAsync(string connection)
    {
        await using var db = Databases.OfFile(connection)();
        var served = 0;
        foreach (var number in Enumerable.Range(0, People))
        {
            var own = await new RequestStore(db).OwnAsync($"aad-p{number}", 10, CancellationToken.None);
            served += own is [{ State: RequestState.Filed }] ? 1 : 0;
        }

        return served;
    }

    private static async Task<bool> UntilAsync(Func<Task<bool>> isSo)
    {
        for (var since = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(since) < Patience; await Task.Delay(100))
        {
            if (await isSo())
                return true;
        }

        return false;
    }
}
