using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Dialogs.Responsibility;

/// <summary>How cards tell the parties apart: by a shape beside the words, and a background that only underlines both.</summary>
internal static class PartySign
{
    public static string MarkOf(Party party) => party switch
    {
        Party.Ibm => "◆",
        Party.Client => "●",
        Party.Both => "◆●",
        _ => "○",
    };

    public static ContainerStyle StyleOf(Party party) => party switch
    {
        Party.Ibm => ContainerStyle.Accent,
        Party.Client => ContainerStyle.Good,
        _ => ContainerStyle.Emphasis,
    };

    /// <summary>The part of a key that names the party.</summary>
    public static string KeyOf(Party party) => party switch
    {
        Party.Ibm => "ibm",
        Party.Client => "client",
        Party.Both => "both",
        _ => "general",
    };
}
