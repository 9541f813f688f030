using ChatOpsBot.Domain.IbmI;

namespace ChatOpsBot.Tests.IbmI;

/// <summary>Shortens what tests say of checked names.</summary>
internal static class Names
{
    public static IbmINames Usual { get; } = new(VariantCharacters.Usual);

    public static T Right<T>(this Checked<T> read)
        where T : notnull => Assert.IsType<Checked<T>.Right>(read).Name;

    public static NameProblem Problem<T>(this Checked<T> read)
        where T : notnull => Assert.IsType<Checked<T>.Wrong>(read).Problem;

    public static IReadOnlyList<NameWarning> Warnings<T>(this Checked<T> read)
        where T : notnull => Assert.IsType<Checked<T>.Right>(read).Warnings;

    /// <summary>The name, or the key of the problem: one word for a table.</summary>
    public static string Said<T>(this Checked<T> read)
        where T : notnull => read is Checked<T>.Right right ? right.Name.ToString()! : read.Problem().Key;
}
