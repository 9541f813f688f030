using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Domain.Understanding;

/// <summary>What the bot answered last in a conversation, so that "and on our side?" finds its row.</summary>
/// <param name="Rows">The rows answered with, as (section, task).</param>
/// <param name="Party">Whose duty the answer put first.</param>
/// <param name="Language">Language the answer was given in.</param>
public sealed record LastAnswer(IReadOnlyList<RowName> Rows, Party Party, string Language);

/// <summary>A row by name: a page repeats a task per section, and a grid page per area.</summary>
public sealed record RowName(string Section, string Task, string? Area)
{
    /// <summary>As <see cref="Row.Page"/>.</summary>
    public string? Page { get; init; }

    /// <summary>As <see cref="Row.Repeat"/>.</summary>
    public int Repeat { get; init; }

    public static RowName Of(Row row) => new(row.Section, row.Task, row.Area) { Page = row.Page, Repeat = row.Repeat };
}
