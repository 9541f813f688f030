namespace ChatOpsBot.Domain.IbmI.Reading;

/// <summary>Words with a star, from a list.</summary>
internal static class SpecialWords
{
    public static Checked<SpecialValue> Read(NameKind kind, string? text, IReadOnlyList<string> values)
    {
        var typed = text.AsSpan().Trim().TrimStart('*');
        foreach (var value in values)
            if (typed.Equals(value.AsSpan(1), StringComparison.OrdinalIgnoreCase))
                return new Checked<SpecialValue>.Right(new(value));

        return new Checked<SpecialValue>.Wrong(new NameProblem.UnknownSpecialValue(kind, values));
    }
}
