namespace ChatOpsBot.Tests.Telemetry;

/// <summary>
/// Tests that listen, one after the other: listeners hear the whole process, and one test is about nobody listening. Bots of other
/// tests may be heard, so each test looks for what is its own.
/// </summary>
[CollectionDefinition(Name)]
public sealed class OneByOne
{
    public const string Name = "Watched";
}
