namespace ChatOpsBot.Domain.IbmI.Reading;

/// <summary>Types of objects, typed with or without the star.</summary>
internal static class ObjectTypes
{
    private const int Shortest = 2;

    private static readonly NameRule Rule = new(NameKind.ObjectType, ObjectType.Longest, new("") { Digits = false }, new(""));

    public static Checked<ObjectType> One(string? text)
    {
        var typed = (text?.Trim() ?? "").TrimStart('*');
        if (typed.Equals("ALL", StringComparison.OrdinalIgnoreCase))
            return new Checked<ObjectType>.Wrong(new NameProblem.GenericNotAllowed(NameKind.ObjectType));
        var upper = typed.Length > Rule.Longest ? typed : typed.ToUpperInvariant();
        var problem = upper.Length is > 0 and < Shortest ? new NameProblem.WrongForm(NameKind.ObjectType, "*FILE") : Rule.Fault(upper);
        return problem is null ? new Checked<ObjectType>.Right(new("*" + upper)) : new Checked<ObjectType>.Wrong(problem);
    }

    public static Checked<Name> OneOrAll(string? text) =>
        SpecialWords.Read(NameKind.ObjectType, text, SpecialValues.ObjectTypes) is Checked<SpecialValue>.Right all
            ? all.As<Name>(value => value)
            : One(text).As<Name>(type => type);
}
