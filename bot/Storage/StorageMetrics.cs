using System.Diagnostics.Metrics;

namespace ChatOpsBot.Storage;

/// <summary>What the database costs in faults, for whoever watches the bot.</summary>
public sealed class StorageMetrics
{
    public const string MeterName = "ChatOpsBot.Storage";

    private readonly Counter<long> _faults;

    public StorageMetrics(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        _faults = meters.Create(MeterName).CreateCounter<long>(
            "chatopsbot.database.faults", "{fault}", "Statements and connections that the database failed.");
    }

    /// <param name="type">A code of the database or the name of an exception: few of them, and nothing of what was asked.</param>
    internal void Failed(string type) => _faults.Add(1, new KeyValuePair<string, object?>("error.type", type));
}
