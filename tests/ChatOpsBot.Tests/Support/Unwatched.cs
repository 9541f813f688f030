using System.Diagnostics.Metrics;
using ChatOpsBot.Connector;
using Microsoft.Extensions.DependencyInjection;

namespace ChatOpsBot.Tests.Support;

/// <summary>What counts for parts that a test makes by hand; nobody looks at it.</summary>
internal static class Unwatched
{
    public static ConnectorMetrics Connector { get; } =
        new(new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>());
}
