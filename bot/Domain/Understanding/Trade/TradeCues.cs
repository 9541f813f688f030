using System.Globalization;
using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Domain.Understanding.Trade;

/// <summary>What the trade file says: which concepts touch which duties, and how much a concept tells.</summary>
internal sealed class TradeCues
{
    private const string WholeRow = "whole";

    private readonly IReadOnlyDictionary<string, double> _weights;

    public TradeCues(TradeFile file)
    {
        _weights = file.Weights;
        Cues = [.. from row in file.Rows
                   from duty in row.Value
                   from concepts in duty.Value
                   select CueOf(row.Key, duty.Key, concepts)];
        Requests = [.. file.Requests.Select(entry => new RequestCue(entry.Key, entry.Value.Row, [.. entry.Value.Says.Select(Concepts)]))];
    }

    public IReadOnlyList<Cue> Cues { get; }

    /// <summary>What asks for each request type, in order of precedence.</summary>
    public IReadOnlyList<RequestCue> Requests { get; }

    /// <summary>Whether the file speaks about this matrix.</summary>
    public bool SpeaksAbout(ResponsibilityMatrix matrix) => Cues.All(cue => matrix.Rows.Any(row => row.Task == cue.Task));

    /// <summary>How much a concept tells on its own: 1 unless the file says otherwise.</summary>
    public double WeightOf(string concept) => _weights.GetValueOrDefault(concept, 1);

    private static Cue CueOf(string task, string duty, string concepts)
    {
        if (duty == WholeRow)
            return new Cue(task, Party.Both, 0, Concepts(concepts));

        var parts = duty.Split(' ');
        return new Cue(
            task, Enum.Parse<Party>(parts[0], ignoreCase: true), int.Parse(parts[1], CultureInfo.InvariantCulture), Concepts(concepts));
    }

    private static IReadOnlyList<string> Concepts(string text) => text.Split('+', StringSplitOptions.TrimEntries);
}
