using ChatOpsBot.Faults;
using ChatOpsBot.Faults.Fuzzing;

return args switch
{
    ["fuzz", .. var options] when FuzzOptions.Read(options) is { } read => await new Fuzz(read).RunAsync(),
    _ => Usage.Tell(),
};
