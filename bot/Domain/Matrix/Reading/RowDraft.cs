namespace ChatOpsBot.Domain.Matrix.Reading;

/// <summary>A row while its cells are being read.</summary>
internal sealed class RowDraft(string section, string task, int line)
{
    private readonly List<Duty> _duties = [];
    private readonly List<Duty> _denials = [];
    private readonly Dictionary<Party, int> _counts = [];
    private bool _unfilled;
    private Party _marked;

    /// <summary>The task is the party's as a whole: its cell says so by a mark, and no more.</summary>
    public void Mark(Party party) => _marked |= party;

    public void Add(Party party, IEnumerable<string> statements)
    {
        foreach (var statement in statements)
            Add(party, statement);
    }

    /// <summary>The cell says by a mark that the task is not the party's, and more beside it: "✘ done by IBM".</summary>
    public void Deny(Party party, IEnumerable<string> statements) =>
        _denials.AddRange(statements.Select(statement => Next(party, statement)));

    public void Add(Party party, string statement)
    {
        switch (Weighing.Of(statement, party))
        {
            case Weight.Duty:
                _duties.Add(Next(party, statement));
                break;
            case Weight.Denial:
                _denials.Add(Next(party, statement));
                break;
            case Weight.Unfilled:
                _unfilled = true;
                break;
        }
    }

    /// <summary>Duties and denials of a column are counted together: a number is a place in the cell.</summary>
    private Duty Next(Party party, string statement) =>
        new(party, _counts[party] = _counts.GetValueOrDefault(party) + 1, statement);

    /// <summary>The row; null when it is nothing but a template's text.</summary>
    public Row? ToRow(WarningList warnings, string? area = null)
    {
        if (_unfilled)
            warnings.Add(line, $"\"{task}\" still holds text of the template; that text was left out.");
        if (_unfilled && _duties.Count == 0 && _marked is Party.None)
            return null;
        if (_duties.Count == 0 && _marked is Party.None && !_unfilled)
            warnings.Add(line, $"\"{task}\" names no duty of anybody.");

        return new()
        {
            Section = section,
            Task = task,
            Area = area,
            Line = line,
            Duties = [.. _duties.OrderBy(duty => duty.Party)],
            Denials = [.. _denials.OrderBy(duty => duty.Party)],
            Party = _duties.Aggregate(_marked, (all, duty) => all | duty.Party),
        };
    }
}
