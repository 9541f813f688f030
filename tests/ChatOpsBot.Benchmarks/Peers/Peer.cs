namespace ChatOpsBot.Benchmarks.Peers;

/// <summary>One of those that are measured: a program that takes activities at /api/messages.</summary>
/// <param name="Name">Its line in the table.</param>
/// <param name="Program">The file to start.</param>
/// <param name="Arguments">Where it stands in them, {port} is the port it listens on; the same in the values of the environment.</param>
/// <param name="IsBot">It answers each message with one of its own; otherwise with its status alone.</param>
/// <param name="Missing">What has to be done before it can be measured; null when nothing has.</param>
internal sealed record Peer(
    string Name,
    string Program,
    IReadOnlyList<string> Arguments,
    IReadOnlyDictionary<string, string> Environment,
    bool IsBot = true,
    string? Missing = null);
