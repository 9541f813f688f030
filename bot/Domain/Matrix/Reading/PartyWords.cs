using System.Text.RegularExpressions;

namespace ChatOpsBot.Domain.Matrix.Reading;

/// <summary>The words by which pages call the two parties.</summary>
internal static partial class PartyWords
{
    public const string Ibm = "ibm(?: cloud)?";
    public const string Client = "you|your|customers?|clients?|users?";

    /// <summary>The party named by a grid cell that is nothing but a name; null for anything else.</summary>
    public static Party? InCell(string cell) => Nothing().Replace(cell.TrimEnd('.').ToLowerInvariant(), "") switch
    {
        "ibm" or "ibm cloud" => Party.Ibm,
        "you" or "your" or "customer" or "client" or "user" => Party.Client,
        "shared" or "both" or "ibm and you" or "you and ibm" => Party.Both,
        "" or "-" or "–" or "—" => Party.None,
        _ => null,
    };

    /// <summary>The party of a column heading: "IBM Responsibilities", "What you can do", "IBM's Responsibility".</summary>
    public static Party InColumnHeading(string heading) => Speaks().IsMatch(heading) ? In(heading) : InCell(heading) ?? Party.None;

    /// <summary>The party of a line that announces a list: "IBM's responsibilities:", "You are responsible for:".</summary>
    public static Party InListHeading(string text) => ListHeading().IsMatch(text) ? In(text) : Party.None;

    /// <summary>The party of a section heading about responsibilities ("Customer's recovery responsibilities").</summary>
    public static Party InSectionHeading(string heading) =>
        heading.Contains("responsibilit", StringComparison.OrdinalIgnoreCase) ? In(heading) : Party.None;

    /// <summary>The party a sentence names as owner: "IBM owns ...", "Client manages ...", "Customer-owned ...".</summary>
    public static Party InOwnership(string sentence) =>
        (IbmOwns().IsMatch(sentence) ? Party.Ibm : Party.None) | (ClientOwns().IsMatch(sentence) ? Party.Client : Party.None);

    /// <summary>The party that is the subject of a sentence: "You", "Both the customer and IBM".</summary>
    public static Party InSubject(string subject) =>
        (IbmWord().IsMatch(subject) ? Party.Ibm : Party.None) | (ClientWord().IsMatch(subject) ? Party.Client : Party.None);

    /// <summary>The one party a text speaks of; none when it speaks of both.</summary>
    private static Party In(string text) => (IbmWord().IsMatch(text), ClientWord().IsMatch(text)) switch
    {
        (true, false) => Party.Ibm,
        (false, true) => Party.Client,
        _ => Party.None,
    };

    private const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>"IBM N/A", "Customer: none": the party is named to say that it has nothing to do.</summary>
    [GeneratedRegex(
        "^(?:(?:the )?(?:" + Ibm + "|" + Client + ")\\W*)?"
            + "\\(?(?:n/?a|none|nothing|not applicable|not required|does not apply)\\)?$",
        Loose)]
    private static partial Regex Nothing();

    [GeneratedRegex(@"responsibilit|\bhelps?\b|\bcan do\b|\bdoes\b|\bdo\b|\bduties\b", Loose)]
    private static partial Regex Speaks();

    [GeneratedRegex(
        @"^(?:"
            + Ibm
            + "|"
            + Client
            + @")(?:['’]s?)?(?: cloud)? responsibilit(?:y|ies)(?: include| are)?(?: the following)?\W*$"
            + @"|^(?:the )?(?:"
            + Ibm
            + "|"
            + Client
            + @") (?:is|are) responsible for(?: the following)?(?: tasks| items)?\W*:\W*$",
        Loose)]
    private static partial Regex ListHeading();

    [GeneratedRegex(@"\b" + Ibm + @"\b", Loose)]
    private static partial Regex IbmWord();

    [GeneratedRegex(@"\b(?:" + Client + @")\b", Loose)]
    private static partial Regex ClientWord();

    [GeneratedRegex(@"\b" + Ibm + @"(?:[ -](?:owns?|owned|manages?|managed))\b", Loose)]
    private static partial Regex IbmOwns();

    [GeneratedRegex(@"\b(?:" + Client + @")(?:[ -](?:owns?|owned|manages?|managed))\b", Loose)]
    private static partial Regex ClientOwns();
}
