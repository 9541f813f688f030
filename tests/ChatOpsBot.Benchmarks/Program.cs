using System.Globalization;
using ChatOpsBot.Benchmarks;
using ChatOpsBot.Benchmarks.Announcing;
using ChatOpsBot.Benchmarks.Peers;

Console.WriteLine($"Machine: {Machine.Description}");
switch (args)
{
    // announce <channels> [troubled] [killed] [unpaced]
    case ["announce", var channels, .. var more]:
        var run = new AnnouncementRun(Number(channels), more.Contains("troubled"), more.Contains("killed") ? 10 : 0, more.Contains("unpaced"));
        Console.WriteLine(await run.MeasureAsync());
        return 0;
    case ["searches"]:
        Tell(await Searches.MeasureAsync());
        return 0;
    case ["page"]:
        Console.WriteLine(LargePage.Measure());
        return 0;
    case ["turns"]:
        Console.WriteLine(await Turns.MeasureAsync());
        return 0;
    case ["commits"]:
        Tell(await CommittingTurns.MeasureAsync());
        return 0;
    case ["peers", ..] when !Wrk.IsInstalled:
        await Console.Error.WriteLineAsync(Wrk.Missing);
        return 2;
    case ["peers"]:
        Console.WriteLine(await PeerTable.MeasureAsync());
        return 0;
    case ["peers", var named]:
        Console.WriteLine(await PeerTable.MeasureAsync(named));
        return 0;
    case ["load"]:
        Console.WriteLine(await SteadyLoad.MeasureAsync(minutes: 10));
        return 0;
    case ["load", var minutes]:
        Console.WriteLine(await SteadyLoad.MeasureAsync(Number(minutes)));
        return 0;
    case ["memory"]:
        Console.WriteLine(await ManyConversations.MeasureAsync());
        return 0;
    case []:
        break;
    default:
        await Console.Error.WriteLineAsync("Without arguments most is measured; alone: announce, searches, page, turns, commits, peers, load, memory.");
        return 2;
}

Console.WriteLine(await ColdStart.MeasureAsync());
Console.WriteLine(await Lines.MeasureAsync());
Console.WriteLine(Sentences.Measure());
Console.WriteLine(LargePage.Measure());
Console.WriteLine(await Turns.MeasureAsync());
Tell(await Searches.MeasureAsync());
Tell(await CommittingTurns.MeasureAsync());
Console.WriteLine(Wrk.IsInstalled ? await PeerTable.MeasureAsync() : $"The bot beside its peers: not measured. {Wrk.Missing}");
return 0;

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static void Tell(IReadOnlyList<string> lines) => Console.WriteLine(string.Join('\n', lines));
