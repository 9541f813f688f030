using ChatOpsBot.Faults;
using ChatOpsBot.Faults.Fuzzing;
using ChatOpsBot.Faults.Situations;

return args switch
{
    ["fuzz", .. var options] when FuzzOptions.Read(options) is { } read => await new Fuzz(read).RunAsync(),
    ["faults"] => await FaultSuite.RunAsync(""),
    ["faults", "--only", var name] => await FaultSuite.RunAsync(name),
    _ => Usage.Tell(),
};
