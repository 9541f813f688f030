using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Dialogs.Responsibility;

/// <summary>Compares what a person supposes with what the matrix says.</summary>
internal static class Confirmations
{
    public static Confirmation Of(Party supposed, Party carried) => (supposed, carried) switch
    {
        (Party.None, _) or (_, Party.None) => Confirmation.None,
        (_, Party.Both) => Confirmation.Partly,
        _ => supposed == carried ? Confirmation.Yes : Confirmation.No,
    };

    /// <summary>The part of a key that names it.</summary>
    public static string KeyOf(Confirmation confirmation) => confirmation switch
    {
        Confirmation.Yes => "yes",
        Confirmation.No => "no",
        _ => "partly",
    };
}
