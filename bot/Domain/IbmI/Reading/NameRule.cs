namespace ChatOpsBot.Domain.IbmI.Reading;

/// <summary>How a name of one kind is built. One pass over the text, and none over a text that is too long.</summary>
internal sealed record NameRule(NameKind Kind, int Longest, AllowedCharacters Start, AllowedCharacters Rest)
{
    /// <summary>Null where nothing is wrong.</summary>
    public NameProblem? Fault(string text)
    {
        if (text.Length == 0)
            return new NameProblem.Missing(Kind);
        if (text.Length > Longest)
            return new NameProblem.TooLong(Kind, Longest, Rest);
        if (!Start.Has(text[0]))
            return new NameProblem.WrongStart(Kind, text[0], Start, Longest, Rest);
        for (var at = 1; at < text.Length; at++)
            if (!Rest.Has(text[at]))
                return new NameProblem.WrongCharacter(Kind, text[at], at + 1, Longest, Rest);

        return null;
    }
}
