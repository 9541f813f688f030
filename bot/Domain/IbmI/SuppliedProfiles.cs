namespace ChatOpsBot.Domain.IbmI;

/// <summary>
/// User profiles that come with the system. Nobody in person signs on as one of them. Source: IBM i documentation, "IBM-supplied user
/// profiles".
/// </summary>
public static class SuppliedProfiles
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "QSECOFR", "QSYS", "QPGMR", "QSYSOPR", "QUSER", "QSRV", "QSRVBAS", "QDFTOWN", "QSPL", "QSPLJOB", "QTCP", "QTMHHTTP", "QTMHHTP1",
        "QLPAUTO", "QLPINSTALL", "QDBSHR", "QDOC", "QFNC", "QGATE", "QSNADS", "QTSTRQS", "QAUTPROF", "QBRMS", "QNFSANON", "QIBMHELP",
    };

    /// <param name="profile">In capitals, as the system writes it.</param>
    public static bool Contains(string profile) => Names.Contains(profile);
}
