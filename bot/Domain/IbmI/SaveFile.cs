namespace ChatOpsBot.Domain.IbmI;

/// <summary>A file that takes what is saved, as tape would: <c>LIB/FILE</c>, never a member.</summary>
public sealed record SaveFile(LibraryName Library, ObjectName File)
{
    public override string ToString() => $"{Library}/{File}";
}
