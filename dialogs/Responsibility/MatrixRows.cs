using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Dialogs.Responsibility;

/// <summary>Finds a row again in another language: translations of a matrix have the same rows in the same order.</summary>
public sealed class MatrixRows(MatrixLibrary library)
{
    /// <summary>The matrix as people of that language read it.</summary>
    public ResponsibilityMatrix In(string language) => library.In(language);

    /// <summary>The row of that name in a language; null when no row has it.</summary>
    public Row? Find(RowName name, string language) => Translated(row => row.Name() == name, language);

    /// <summary>The row of that task in a language, whatever its section; null when no row has it.</summary>
    public Row? Find(string task, string language) =>
        Translated(row => string.Equals(row.Task, task, StringComparison.OrdinalIgnoreCase), language);

    /// <summary>The row in a language; the row itself when it is of another matrix.</summary>
    public Row Translate(Row row, string language) =>
        Translated(other => ReferenceEquals(other, row), language) ?? Find(row.Name(), language) ?? row;

    private Row? Translated(Predicate<Row> wanted, string language)
    {
        var rows = library.In(language).Rows;
        foreach (var other in library.Languages.Select(library.In).Prepend(library.In(language)))
        {
            var place = other.Rows.ToList().FindIndex(wanted);
            if (place >= 0 && place < rows.Count)
                return rows[place];
        }

        return null;
    }
}
