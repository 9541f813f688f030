namespace ChatOpsBot.Domain.IbmI;

/// <summary>What a text should name. Words has the noun for each ("a library name").</summary>
public enum NameKind
{
    Library,
    NamedObject,
    Member,
    UserProfile,
    AspDevice,
    ObjectType,
    TapeVolume,
    SaveFile,
    Qualified,
    Lpar,
    AspNumber,
    IfsPath,
}
