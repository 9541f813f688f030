namespace ChatOpsBot.Domain.IbmI.Reading;

/// <summary>Paths, checked step by step. Source: IBM i documentation, page ifs/rzaaxfscmp.</summary>
internal static class IfsPaths
{
    private static readonly AllowedCharacters Anything = new("") { CaseMatters = true };

    public static Checked<IfsPath> Read(IbmINames names, string? text)
    {
        var typed = text?.Trim() ?? "";
        if (Fault(typed) is { } problem)
            return new Checked<IfsPath>.Wrong(problem);
        var path = typed.Length > 1 ? typed.TrimEnd('/') : typed;
        var steps = path.Length > 1 ? path[1..].Split('/') : [];
        if (StepFault(steps) is { } wrongStep)
            return new Checked<IfsPath>.Wrong(wrongStep);
        return NativePaths.IsMeant(steps)
            ? NativePaths.Read(names, steps).As(native => new IfsPath(path, native))
            : new Checked<IfsPath>.Right(new(path, null));
    }

    private static NameProblem? Fault(string typed)
    {
        if (typed.Length == 0)
            return new NameProblem.Missing(NameKind.IfsPath);
        if (typed.Length > IfsPath.Longest)
            return new NameProblem.TooLong(NameKind.IfsPath, IfsPath.Longest, Anything);
        if (typed[0] != '/')
            return new NameProblem.NotAbsolute();
        var unprintable = typed.AsSpan().IndexOfAnyInRange('\0', '\u001F');
        if (unprintable < 0)
            unprintable = Broken(typed);
        if (unprintable >= 0)
            return new NameProblem.Unprintable(unprintable + 1);
        return typed.Length > 1 && typed.EndsWith("//", StringComparison.Ordinal)
            ? new NameProblem.BadStep(typed.Count(sign => sign == '/'), IfsPath.LongestStep)
            : null;
    }

    private static NameProblem? StepFault(string[] steps)
    {
        if (steps.Any(step => step is "." or ".."))
            return new NameProblem.RelativeStep();
        var bad = Array.FindIndex(steps, step => step.Length is 0 or > IfsPath.LongestStep);
        return bad < 0 ? null : new NameProblem.BadStep(bad + 1, IfsPath.LongestStep);
    }

    /// <summary>Half a surrogate pair, or a control character above the ones everybody knows, which look like nothing on a card.</summary>
    private static int Broken(string typed)
    {
        for (var at = 0; at < typed.Length; at++)
        {
            if (at + 1 < typed.Length && char.IsSurrogatePair(typed[at], typed[at + 1]))
                at++;
            else if (char.IsControl(typed[at]) || char.IsSurrogate(typed[at]) || typed[at] is '\u2028' or '\u2029')
                return at;
        }

        return -1;
    }
}
