namespace ChatOpsBot.Domain.Matrix;

/// <summary>One row of a responsibilities page. The section is part of its name: pages repeat a task per section.</summary>
public sealed record Row
{
    public required string Section { get; init; }

    /// <summary>The first cell, word for word as the page has it.</summary>
    public required string Task { get; init; }

    /// <summary>The column of a grid page ("Change management") that this row restates; null where columns are parties.</summary>
    public string? Area { get; init; }

    /// <summary>Every statement of both columns in the order of the page, IBM's first.</summary>
    public required IReadOnlyList<Duty> Duties { get; init; }

    /// <summary>Statements that lay no duty on the party of their column ("IBM never touches your master key").</summary>
    public IReadOnlyList<Duty> Denials { get; init; } = [];

    /// <summary>Who carries the row as a whole: told by its duties, or on a grid page by the word in the cell.</summary>
    public required Party Party { get; init; }

    /// <summary>Line of the page where the row begins, from 1.</summary>
    public int Line { get; init; }

    /// <summary>Short name of the page beside the matrix that the row is from; null for a row of the matrix itself.</summary>
    public string? Page { get; init; }

    /// <summary>Which of the rows of the same name and section it is, from 0: some pages repeat both.</summary>
    public int Repeat { get; init; }

    public IEnumerable<Duty> DutiesOf(Party party) => Duties.Where(duty => party.HasFlag(duty.Party));

    /// <summary>A column as text, one statement a line, denials included; null where it says nothing.</summary>
    public string? TextOf(Party party)
    {
        var statements = Duties.Concat(Denials).Where(duty => duty.Party == party).OrderBy(duty => duty.Number).Select(duty => duty.Text);
        return string.Join('\n', statements) is { Length: > 0 } text ? text : null;
    }
}
