using ChatOpsBot.Benchmarks;

Console.WriteLine($"Machine: {Machine.Description}");
Console.WriteLine(await ColdStart.MeasureAsync());
Console.WriteLine(await Lines.MeasureAsync());
Console.WriteLine(Sentences.Measure());
Console.WriteLine(await Turns.MeasureAsync());
foreach (var line in await CommittingTurns.MeasureAsync())
    Console.WriteLine(line);
