using System.Globalization;
using ChatOpsBot.Domain.Understanding.Labels;

namespace ChatOpsBot.Host.CommandLine.Scoring;

/// <summary>Prints how often the bot was right, and each message that it was not.</summary>
internal sealed class ScoreReport(Terminal terminal)
{
    /// <summary>A message that has this much in common with one learned from is no stranger.</summary>
    private const double Alike = 0.3;

    private const int LongestText = 160;

    public void Print(IReadOnlyList<ScoredMessage> messages)
    {
        foreach (var miss in messages.Where(message => !message.Verdict.IsRight))
            Explain(miss);

        terminal.Table(
            ["Messages", "Number", "Right", "Harm"],
            [
                .. Parts(messages, message => message.Language),
                .. Parts(messages, message => NameOf(message.Message.Kind)),
                .. messages.Any(message => message.Overlap is not null)
                    ? Parts(messages, message => message.Overlap >= Alike ? "overlap 0.3 or more" : "overlap below 0.3")
                    : [],
                .. Parts(messages, _ => "all"),
            ]);
    }

    private void Explain(ScoredMessage miss)
    {
        var label = miss.Message;
        var wanted = string.Join(", ", new[] { NameOf(label.Kind), label.Row, label.Request, label.Party?.ToString() }.OfType<string>());
        var text = label.Text.ReplaceLineEndings(" / ");
        terminal.Line($"{(miss.Verdict.IsHarm ? "harm" : "miss")}: {(text.Length > LongestText ? text[..LongestText] + "..." : text)}");
        terminal.Line($"  wanted {wanted}; understood {miss.Told}");
        terminal.Line($"  found {string.Join(", ", miss.Why.Found)}");
        terminal.Line($"  likely {string.Join("; ", miss.Why.Likeliest.Select(label => string.Create(
            CultureInfo.InvariantCulture, $"{label.Label} {label.Share:0.00}")))}");
    }

    private static IEnumerable<string?[]> Parts(IEnumerable<ScoredMessage> messages, Func<ScoredMessage, string> part) =>
        messages.GroupBy(part).OrderBy(same => same.Key, StringComparer.Ordinal).Select(same => (string?[])
        [
            same.Key,
            $"{same.Count()}",
            Share(same.Count(message => message.Verdict.IsRight), same.Count()),
            Share(same.Count(message => message.Verdict.IsHarm), same.Count()),
        ]);

    private static string Share(int some, int all) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * some / all:0.0} %");

    private static string NameOf(MessageKind kind) => kind.ToString().ToLowerInvariant();
}
