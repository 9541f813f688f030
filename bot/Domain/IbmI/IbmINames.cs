using ChatOpsBot.Domain.IbmI.Reading;

namespace ChatOpsBot.Domain.IbmI;

/// <summary>
/// Reads the names people type, folding lower case first as the system does. Whatever is given, the answer is a name or what would
/// be right; the time it takes grows with the length of the text and no faster.
/// </summary>
/// <param name="variants">The characters beside letters, digits, underscore and period on the systems spoken of.</param>
public sealed class IbmINames(VariantCharacters variants)
{
    private readonly NameSyntax _syntax = new(variants);

    public Checked<LibraryName> Library(string? text) => _syntax.Basic(NameKind.Library, text, value => new LibraryName(value));

    public Checked<ObjectName> NamedObject(string? text) => _syntax.Basic(NameKind.NamedObject, text, value => new ObjectName(value));

    public Checked<MemberName> Member(string? text) => _syntax.Basic(NameKind.Member, text, value => new MemberName(value));

    public Checked<AspDeviceName> AspDevice(string? text) => _syntax.Basic(NameKind.AspDevice, text, value => new AspDeviceName(value));

    /// <summary>Source: IBM i documentation, page rzarl/rzarlusrid: as other names, but without a period.</summary>
    public Checked<UserProfileName> UserProfile(string? text) => _syntax.UserProfile(text).As(value => new UserProfileName(value));

    /// <summary>Up to six letters and digits. Source: IBM i documentation, page rbam6/rbam6volexpand (VOL parameter).</summary>
    public Checked<TapeVolume> TapeVolume(string? text) => _syntax.TapeVolume(text).As(value => new TapeVolume(value));

    /// <summary>One library, libraries that begin alike, or one of <see cref="SpecialValues.Libraries"/>.</summary>
    public Checked<Name> Libraries(string? text) =>
        _syntax.Some(NameKind.Library, text, SpecialValues.Libraries, value => new LibraryName(value));

    /// <summary>One object, objects that begin alike, or all.</summary>
    public Checked<Name> Objects(string? text) =>
        _syntax.Some(NameKind.NamedObject, text, SpecialValues.Objects, value => new ObjectName(value));

    public static Checked<ObjectType> ObjectType(string? text) => ObjectTypes.One(text);

    /// <summary>One type, or all.</summary>
    public static Checked<Name> ObjectTypesOrAll(string? text) => ObjectTypes.OneOrAll(text);

    /// <summary>One of the values given (see <see cref="SpecialValues"/>), with or without its star.</summary>
    public static Checked<SpecialValue> Special(NameKind kind, string? text, IReadOnlyList<string> values) =>
        SpecialWords.Read(kind, text, values);

    /// <summary>Libraries as a restore takes them: those that no restore brings back by name are refused.</summary>
    public Checked<Name> LibrariesToRestore(string? text) => Libraries(text).Then(NotRestorable.Refuse);

    /// <summary><c>LIB/OBJ</c>, <c>LIB/OBJ/MBR</c> or <c>LIB/OBJ(MBR)</c>.</summary>
    public Checked<QualifiedName> Qualified(string? text) => QualifiedNames.Read(this, NameKind.Qualified, text);

    public Checked<SaveFile> SaveFile(string? text) => QualifiedNames.ReadSaveFile(this, text);

    public Checked<IfsPath> Path(string? text) => IfsPaths.Read(this, text);

    /// <summary>Source: IBM Cloud documentation, creating a Power Virtual Server; its interface refuses more than 47 characters.</summary>
    public static Checked<LparName> Lpar(string? text) => LparNames.Read(text);

    /// <summary>Any disk pool, 1 to 255.</summary>
    public static Checked<AspNumber> Asp(string? text) => AspNumbers.Read(text, AspNumber.Highest);

    /// <summary>A disk pool that can be given by number when restoring, 1 to 32.</summary>
    public static Checked<AspNumber> AspToRestoreInto(string? text) => AspNumbers.Read(text, AspNumber.HighestBasic);
}
