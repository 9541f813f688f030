namespace ChatOpsBot.Domain.IbmI.Reading;

/// <summary>
/// The names of ten characters, with the letters of one system. Source: IBM i documentation, pages rbam6/rbam6names and
/// rbam6/rbam6objnamrules.
/// </summary>
internal sealed class NameSyntax(VariantCharacters variants)
{
    private const int Longest = 10;
    private const int LongestVolume = 6;

    private readonly AllowedCharacters _start = new(variants.Signs) { Digits = false };
    private readonly AllowedCharacters _rest = new(variants.Signs + "_.");
    private readonly AllowedCharacters _profile = new(variants.Signs + "_");
    private readonly AllowedCharacters _volume = new(variants.Signs);

    public Checked<T> Basic<T>(NameKind kind, string? text, Func<string, T> make)
        where T : Name
    {
        var typed = text?.Trim() ?? "";
        if (QuotedName.IsMeant(typed))
            return Quoted(kind, typed, make);
        if (typed.StartsWith('*'))
            return Wrong<T>(new NameProblem.UnknownSpecialValue(kind, []));
        if (typed.Length <= Longest && typed.EndsWith('*'))
            return Wrong<T>(new NameProblem.GenericNotAllowed(kind));
        return Simple(Rule(kind), typed).As(make);
    }

    public Checked<string> UserProfile(string? text) => Simple(new(NameKind.UserProfile, Longest, _start, _profile), text?.Trim() ?? "");

    public Checked<string> TapeVolume(string? text) =>
        Simple(new(NameKind.TapeVolume, LongestVolume, _volume, _volume), text?.Trim() ?? "");

    /// <summary>A name, all that begin alike, or a word with a star.</summary>
    public Checked<Name> Some<T>(NameKind kind, string? text, IReadOnlyList<string> special, Func<string, T> make)
        where T : Name
    {
        var typed = text?.Trim() ?? "";
        if (typed.StartsWith('*'))
            return SpecialWords.Read(kind, typed, special).As<Name>(value => value);
        return typed.Length > 1 && typed.EndsWith('*') && !QuotedName.IsMeant(typed)
            ? Simple(Rule(kind) with { Longest = Longest - 1 }, typed[..^1]).As<Name>(prefix => new GenericName(prefix + "*"))
            : Basic(kind, typed, make).As<Name>(name => name);
    }

    private NameRule Rule(NameKind kind) => new(kind, Longest, _start, _rest);

    private Checked<string> Simple(NameRule rule, string typed)
    {
        var upper = typed.Length > rule.Longest ? typed : string.Concat(typed.Select(variants.Upper));
        if (rule.Fault(upper) is { } problem)
            return Wrong<string>(problem);
        var supplied = upper[0] == 'Q' && rule.Kind != NameKind.TapeVolume;
        return new Checked<string>.Right(upper) { Warnings = supplied ? [NameWarning.SuppliedByIbm] : [] };
    }

    /// <summary>The quotes around a plain name mean nothing, so "QSYS" is no way past a rule about QSYS.</summary>
    private Checked<T> Quoted<T>(NameKind kind, string typed, Func<string, T> make)
        where T : Name
    {
        var inner = typed.Trim('"');
        if (typed.Length == inner.Length + 2 && Rule(kind).Fault(inner) is null)
            return Simple(Rule(kind), inner).As(make);
        return QuotedName.Fault(kind, typed) is { } problem ? Wrong<T>(problem) : new Checked<T>.Right(make(typed));
    }

    private static Checked<T>.Wrong Wrong<T>(NameProblem problem)
        where T : notnull => new(problem);
}
