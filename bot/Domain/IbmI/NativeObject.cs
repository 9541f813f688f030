namespace ChatOpsBot.Domain.IbmI;

/// <summary>
/// A path below <c>/QSYS.LIB</c> in the names of commands: <c>/QSYS.LIB/PAY.LIB/EMP.FILE/JAN.MBR</c> is PAY/EMP *FILE, member JAN.
/// </summary>
/// <param name="Asp">The disk pool the path begins with; null for the system's own.</param>
/// <param name="NamedObject">Null where the library itself is named; the type is then <c>*LIB</c>.</param>
public sealed record NativeObject(AspDeviceName? Asp, LibraryName Library, ObjectName? NamedObject, ObjectType Type, MemberName? Member);
