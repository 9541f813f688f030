using System.Globalization;
using ChatOpsBot.Domain.IbmI;

namespace ChatOpsBot.Domain.Requests.Fields;

/// <summary>Several IBM i names of one kind, with commas, blanks or lines between them; what stands twice counts once.</summary>
public sealed class NamesField(string id, NameCheck check) : Field<IReadOnlyList<string>>(id)
{
    private const char Between = '\n';
    private static readonly char[] Separators = [',', ';', '\n', '\r', '\t'];

    /// <summary>How many there may be. Default: 300, what one restore command takes (IBM i documentation, RSTLIB and RST).</summary>
    public int Most { get; init; } = 300;

    /// <summary>A blank may stand inside a name, as in a path; otherwise it separates.</summary>
    public bool HoldsBlanks { get; init; }

    public override FieldReading Read(string typed, FieldContext context)
    {
        var parts = Parts(typed).ToList();
        if (parts.Count > Most)
            return new FieldReading.Wrong(
                "names.many",
                ("most", Most.ToString(CultureInfo.InvariantCulture)),
                ("count", parts.Count.ToString(CultureInfo.InvariantCulture)));

        List<string> names = [];
        List<Problem> notes = [];
        foreach (var part in parts)
        {
            if (check(context.Names, part) is not Checked<string>.Right right)
                return Wrong(part, (Checked<string>.Wrong)check(context.Names, part), parts.Count);

            names.Add(right.Name);
            notes.AddRange(right.Warnings.Select(warning => NameProblems.Of(warning, right.Name)));
        }

        return names.Count == 0
            ? new FieldReading.Wrong("names.none")
            : new FieldReading.Right(string.Join(Between, names.Distinct(StringComparer.Ordinal))) { Notes = [.. notes.Distinct()] };
    }

    public override IReadOnlyList<string> Parse(string written) => written.Split(Between);

    private IEnumerable<string> Parts(string typed) =>
        typed.Split(HoldsBlanks ? Separators : [.. Separators, ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(part => HoldsBlanks || part is not ("and" or "und" or "&" or "+"));

    // Of several, the person has to be told which one is wrong.
    private static FieldReading.Wrong Wrong(string part, Checked<string>.Wrong wrong, int count)
    {
        var problem = NameProblems.Of(wrong.Problem);
        return new FieldReading.Wrong(count == 1 ? problem : problem with { Subject = part });
    }
}
