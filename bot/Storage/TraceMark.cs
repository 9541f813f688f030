using System.Diagnostics;

namespace ChatOpsBot.Storage;

/// <summary>What is stored of the trace that a change is part of, so that what is done because of it later joins the same trace.</summary>
internal static class TraceMark
{
    /// <summary>As a traceparent (W3C Trace Context, "traceparent header"); null where no trace is on.</summary>
    public static string? Current => Activity.Current is { IdFormat: ActivityIdFormat.W3C } now ? now.Id : null;
}
