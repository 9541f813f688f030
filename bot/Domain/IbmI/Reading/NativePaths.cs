namespace ChatOpsBot.Domain.IbmI.Reading;

/// <summary>
/// Paths of the library file system, <c>/QSYS.LIB/PAY.LIB/EMP.FILE/JAN.MBR</c>, with a disk pool before it where it is not the
/// system's. Upper and lower case are the same there. Source: IBM i documentation, page ifs/rzaaxfscmp.
/// </summary>
internal static class NativePaths
{
    private const string Root = "QSYS.LIB";
    private const string LibraryStep = ".LIB";
    private const string MemberStep = ".MBR";
    private const string Form = "/QSYS.LIB/LIB.LIB/OBJ.FILE/MBR.MBR";

    public static bool IsMeant(string[] steps) => steps.Take(2).Any(IsRoot);

    public static Checked<NativeObject> Read(IbmINames names, string[] steps)
    {
        if (IsRoot(steps[0]))
            return Below(names, null, steps[1..]);
        return names.AspDevice(steps[0]).Then(pool => Below(names, pool, steps[2..]));
    }

    private static Checked<NativeObject> Below(IbmINames names, AspDeviceName? pool, string[] steps) => steps switch
    {
        [] => Library(names, pool, "QSYS"),
        [var library] when Ends(library, LibraryStep) => Library(names, pool, Stem(library, LibraryStep)),
        [var inSystem] => Object(names, pool, "QSYS", inSystem, null),
        [var library, var named] when Ends(library, LibraryStep) => Object(names, pool, Stem(library, LibraryStep), named, null),
        [var library, var file, var member] when Ends(library, LibraryStep) && Ends(file, ".FILE") && Ends(member, MemberStep) =>
            Object(names, pool, Stem(library, LibraryStep), file, Stem(member, MemberStep)),
        _ => Wrong(),
    };

    private static Checked<NativeObject> Library(IbmINames names, AspDeviceName? pool, string library) =>
        names.Library(library).As(name => new NativeObject(pool, name, null, new("*LIB"), null));

    private static Checked<NativeObject> Object(IbmINames names, AspDeviceName? pool, string library, string step, string? member)
    {
        var point = step.LastIndexOf('.');
        return point <= 0 ? Wrong() : names.Library(library).Then(inLibrary => names.NamedObject(step[..point]).Then(named =>
            IbmINames.ObjectType(step[(point + 1)..]).Then(type => member is null
                ? new Checked<NativeObject>.Right(new(pool, inLibrary, named, type, null))
                : names.Member(member).As(name => new NativeObject(pool, inLibrary, named, type, name)))));
    }

    private static bool IsRoot(string step) => step.Equals(Root, StringComparison.OrdinalIgnoreCase);

    private static bool Ends(string step, string ending) => step.EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    private static string Stem(string step, string ending) => step[..^ending.Length];

    private static Checked<NativeObject>.Wrong Wrong() => new(new NameProblem.WrongForm(NameKind.IfsPath, Form));
}
