namespace ChatOpsBot.Tests.Times;

/// <summary>What operations people mean, also where the public cases say something else.</summary>
public sealed class OperationsTimeTests;
