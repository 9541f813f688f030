using System.Text.Json.Nodes;

namespace ChatOpsBot.Tests.Support;

/// <summary>One call as it reached <see cref="FakeTeams"/>.</summary>
/// <param name="Target">Path and query as they stood on the wire, still encoded.</param>
/// <param name="At">By the clock given to the fake.</param>
public sealed record FakeRequest(
    string Method, string Target, string? Authorization, JsonObject? Body, DateTimeOffset At, string Protocol);
