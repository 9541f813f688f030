using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Dialogs.Responsibility;

/// <summary>Finds a row again, by its name or in another language: translations of a matrix have the same rows in the same order.
/// A page beside the matrix is in its own words whatever the language.</summary>
public sealed class MatrixRows(MatrixLibrary library)
{
    /// <summary>The pages that lie beside the matrix now.</summary>
    public IReadOnlyList<ResponsibilityMatrix> Beside => library.Beside;

    /// <summary>The matrix as people of that language read it.</summary>
    public ResponsibilityMatrix In(string language) => library.In(language);

    /// <summary>The page of that name; the matrix for no name, and for one that lies beside it no more.</summary>
    public ResponsibilityMatrix Page(string? name, string language) =>
        Named(name) ?? In(language);

    /// <summary>The page that a row is from. One that was taken away after the row was found has nothing left but its name.</summary>
    public ResponsibilityMatrix PageOf(Row row, string language) => row.Page is null
        ? In(language)
        : Named(row.Page) ?? new ResponsibilityMatrix { Title = row.Page, Rows = [row] }.Named(row.Page);

    /// <summary>The row of that name in a language; null when no row has it.</summary>
    public Row? Find(RowName name, string language) => name.Page is null
        ? Translated(row => RowName.Of(row) == name, language)
        : Named(name.Page)?.Rows.FirstOrDefault(row => RowName.Of(row) == name);

    /// <summary>The row of that task of the matrix in a language, whatever its section; null when no row has it.</summary>
    public Row? Find(string task, string language) =>
        Translated(row => string.Equals(row.Task, task, StringComparison.OrdinalIgnoreCase), language);

    /// <summary>The row in a language; the row itself when it is of another page.</summary>
    public Row Translate(Row row, string language) => row.Page is not null
        ? row
        : Translated(other => ReferenceEquals(other, row), language) ?? Find(row.Name(), language) ?? row;

    private ResponsibilityMatrix? Named(string? name) =>
        name is null ? null : library.Beside.FirstOrDefault(page => page.Name == name);

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
