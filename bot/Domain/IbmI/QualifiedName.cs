namespace ChatOpsBot.Domain.IbmI;

/// <summary>
/// An object with its library, and a member of it where one is meant. Source: IBM i documentation, page rbam6/rbam6objnamrules.
/// </summary>
public sealed record QualifiedName(LibraryName Library, ObjectName NamedObject, MemberName? Member)
{
    public override string ToString() => Member is null ? $"{Library}/{NamedObject}" : $"{Library}/{NamedObject}({Member})";
}
