namespace ChatOpsBot.Domain.IbmI;

/// <summary>
/// What kind an object is: <c>*FILE</c>. The star is put before a word typed without it. Source: IBM i documentation, page
/// rbam6/rbam6objecttypes.
/// </summary>
public sealed record ObjectType : Name
{
    /// <summary>The longest type, without its star.</summary>
    public const int Longest = 6;

    internal ObjectType(string value)
        : base(value)
    {
    }

    /// <summary>Those worth a list to choose from; others are typed.</summary>
    public static IReadOnlyList<string> Usual { get; } =
    [
        "*FILE", "*PGM", "*SRVPGM", "*MODULE", "*DTAARA", "*DTAQ", "*JRN", "*JRNRCV", "*MSGF", "*MSGQ", "*OUTQ", "*JOBQ", "*JOBD",
        "*SBSD", "*CLS", "*CMD", "*MENU", "*PNLGRP", "*BNDDIR", "*SQLPKG", "*USRSPC", "*USRIDX", "*USRQ", "*AUTL", "*USRPRF", "*LIB",
        "*STMF", "*DIR", "*DOC", "*FLR",
    ];
}
