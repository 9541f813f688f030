namespace ChatOpsBot.Domain.IbmI.Reading;

/// <summary>Names of virtual servers, in the case they were given: they are no names of IBM i.</summary>
internal static class LparNames
{
    private static readonly AllowedCharacters Ends = new("") { CaseMatters = true };
    private static readonly NameRule Rule = new(NameKind.Lpar, LparName.Longest, Ends, new(" ._-") { CaseMatters = true });

    public static Checked<LparName> Read(string? text)
    {
        var typed = text?.Trim() ?? "";
        var problem = Rule.Fault(typed) ?? (Ends.Has(typed[^1]) ? null : new NameProblem.WrongEnd(NameKind.Lpar, typed[^1]));
        return problem is null ? new Checked<LparName>.Right(new(typed)) : new Checked<LparName>.Wrong(problem);
    }
}
