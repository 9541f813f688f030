namespace ChatOpsBot.Domain.IbmI;

/// <summary>
/// An absolute path of the integrated file system, as typed but for a slash at its end. Source: IBM i documentation, page
/// ifs/rzaaxfscmp (comparison of file systems).
/// </summary>
/// <param name="Value">Case kept: QOpenSys tells upper from lower.</param>
/// <param name="Native">What it names in the library file system; null elsewhere.</param>
public sealed record IfsPath(string Value, NativeObject? Native)
{
    /// <summary>Characters of a path that a form takes; the system itself would take far more.</summary>
    public const int Longest = 1024;

    /// <summary>Characters of one step in "root" and QOpenSys.</summary>
    public const int LongestStep = 255;

    public override string ToString() => Value;
}
