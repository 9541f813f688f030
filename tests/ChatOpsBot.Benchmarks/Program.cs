using System.Globalization;
using ChatOpsBot.Benchmarks;
using ChatOpsBot.Benchmarks.Announcing;
using ChatOpsBot.Benchmarks.Peers;

Console.WriteLine($"Machine: {Machine.Description}");

// announce <channels> [troubled] [killed] [unpaced]
if (args is ["announce", var channels, .. var more])
{
    var run = new AnnouncementRun(
        int.Parse(channels, CultureInfo.InvariantCulture),
        more.Contains("troubled"),
        more.Contains("killed") ? 10 : 0,
        more.Contains("unpaced"));
    Console.WriteLine(await run.MeasureAsync());
    return;
}

if (args is ["searches"])
{
    foreach (var line in await Searches.MeasureAsync())
        Console.WriteLine(line);
    return;
}

if (args is ["page"])
{
    Console.WriteLine(LargePage.Measure());
    return;
}

if (args is ["turns"])
{
    Console.WriteLine(await Turns.MeasureAsync());
    return;
}

// load [minutes]
if (args is ["load", .. var rest])
{
    Console.WriteLine(await SteadyLoad.MeasureAsync(rest is [var minutes] ? int.Parse(minutes, CultureInfo.InvariantCulture) : 10));
    return;
}

if (args is ["memory"])
{
    Console.WriteLine(await ManyConversations.MeasureAsync());
    return;
}

if (args is ["peers"])
{
    if (!Wrk.IsInstalled)
    {
        await Console.Error.WriteLineAsync(Wrk.Missing);
        Environment.ExitCode = 2;
        return;
    }

    Console.WriteLine(await PeerTable.MeasureAsync());
    return;
}

Console.WriteLine(await ColdStart.MeasureAsync());
Console.WriteLine(await Lines.MeasureAsync());
Console.WriteLine(Sentences.Measure());
Console.WriteLine(LargePage.Measure());
Console.WriteLine(await Turns.MeasureAsync());
foreach (var line in await Searches.MeasureAsync())
    Console.WriteLine(line);
foreach (var line in await CommittingTurns.MeasureAsync())
    Console.WriteLine(line);
Console.WriteLine(Wrk.IsInstalled ? await PeerTable.MeasureAsync() : $"The bot beside its peers: not measured. {Wrk.Missing}");
