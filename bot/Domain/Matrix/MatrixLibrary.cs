using System.Collections.Frozen;

namespace ChatOpsBot.Domain.Matrix;

/// <summary>The matrix in every language it is written in (same rows, same duties, other words), and the pages of other services that
/// lie beside it. Those may change while the bot runs; safe for many threads.</summary>
public sealed class MatrixLibrary
{
    private const string ShippedName = "ibmi-managed-powervs";
    private const string Fallback = "en";

    private readonly FrozenDictionary<string, ResponsibilityMatrix> _byLanguage;

    private volatile IReadOnlyList<ResponsibilityMatrix> _beside = [];

    private MatrixLibrary(IReadOnlyDictionary<string, ResponsibilityMatrix> byLanguage) =>
        _byLanguage = byLanguage.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Two-letter codes of the languages the matrix is written in.</summary>
    public IReadOnlyCollection<string> Languages => _byLanguage.Keys;

    /// <summary>The matrix in a language, or in English where it is not written in that language.</summary>
    public ResponsibilityMatrix In(string language) =>
        _byLanguage.TryGetValue(language, out var matrix) ? matrix : _byLanguage[Fallback];

    /// <summary>Pages of other services, each with a name of its own, in its own words whatever language is asked for.</summary>
    public IReadOnlyList<ResponsibilityMatrix> Beside => _beside;

    /// <summary>Puts other pages beside the matrix, in place of those that lay there.</summary>
    public void Put(IReadOnlyList<ResponsibilityMatrix> beside) => _beside = beside;

    /// <summary>A page of another provider, which is given in its own words whatever language is asked for.</summary>
    public static MatrixLibrary Of(ResponsibilityMatrix matrix) =>
        new(new Dictionary<string, ResponsibilityMatrix> { [Fallback] = matrix });

    /// <summary>The matrix of IBM i Managed on PowerVS that comes with the bot. A language is one more file beside the others.</summary>
    public static MatrixLibrary Shipped()
    {
        var assembly = typeof(MatrixLibrary).Assembly;
        var prefix = ShippedName + ".";
        return new(assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal) && name.EndsWith(".md", StringComparison.Ordinal))
            .ToDictionary(name => name[prefix.Length..^".md".Length], name => MatrixReader.Read(Text(name))));
    }

    private static string Text(string resource)
    {
        using var reader = new StreamReader(typeof(MatrixLibrary).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
