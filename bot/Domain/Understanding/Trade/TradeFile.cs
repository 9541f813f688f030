namespace ChatOpsBot.Domain.Understanding.Trade;

/// <summary>The trade file as it is written. Its head comment explains each part.</summary>
internal sealed class TradeFile
{
    public Dictionary<string, double> Weights { get; init; } = [];

    public Dictionary<string, Dictionary<string, List<string>>> Rows { get; init; } = [];

    public Dictionary<string, RequestEntry> Requests { get; init; } = [];

    internal sealed class RequestEntry
    {
        public required string Row { get; init; }

        public List<string> Says { get; init; } = [];
    }
}
