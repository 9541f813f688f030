using System.Text.RegularExpressions;

namespace ChatOpsBot.Domain.Matrix.Reading;

/// <summary>What a statement lays on the party in whose column it stands.</summary>
internal enum Weight
{
    Duty,

    /// <summary>It says that this party has nothing to do: "IBM never touches your master key."</summary>
    Denial,

    /// <summary>It says nothing: "N/A".</summary>
    Nothing,

    /// <summary>Text of a template that nobody filled in.</summary>
    Unfilled,
}

/// <summary>Weighs a statement. A cell with words in it is not yet a duty.</summary>
internal static partial class Weighing
{
    public static Weight Of(string statement, Party party)
    {
        if (PartyWords.InCell(statement) == Party.None)
            return Weight.Nothing;
        if (Template().IsMatch(statement))
            return Weight.Unfilled;
        return Denies(statement, party) ? Weight.Denial : Weight.Duty;
    }

    /// <summary>The first sentence denies, and no later one gives this party something to do after all.</summary>
    private static bool Denies(string statement, Party party)
    {
        var sentences = SentenceEnd().Split(statement);
        return IsDenial(sentences[0]) && sentences.Skip(1).All(sentence => IsDenial(sentence) || IsAboutTheOther(sentence, party));
    }

    private static bool IsDenial(string sentence) =>
        Denial().IsMatch(sentence) && !AndYet().IsMatch(sentence);

    private static bool IsAboutTheOther(string sentence, Party party) =>
        (party == Party.Ibm ? StartsWithClient() : StartsWithIbm()).IsMatch(sentence);

    private const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string SomeParty = "(?:the )?(?:" + PartyWords.Ibm + "|" + PartyWords.Client + ")";

    [GeneratedRegex(
        "^(?:none(?:$|[.,;:]| ?[–—-] )|(?:" + SomeParty + "\\W*)?n/a\\b|not applicable\\b"
            + "|no (?:\\w+ ){0,4}(?:action|actions|responsibility|responsibilities|tasks?)\\b"
            + "|" + SomeParty + " (?:never|cannot|can't|(?:does|do|did|will|is|are|has|have|can)(?: not|n['’]t| no)\\b)"
            + "|[\\w ]{1,40} (?:does|do|will) not support\\b"
            + "|it(?:['’]s| is) not (?:the )?(?:" + PartyWords.Ibm + "|" + PartyWords.Client + ")(?:['’]s?)? responsibility)",
        Loose)]
    private static partial Regex Denial();

    /// <summary>
    /// "IBM does not have access but provides ..." denies one thing and promises another; "but an announcement follows" does not.
    /// </summary>
    [GeneratedRegex(" but (?!an? |the |this |that )", Loose)]
    private static partial Regex AndYet();

    [GeneratedRegex("^(?:the )?" + PartyWords.Ibm + "\\b", Loose)]
    private static partial Regex StartsWithIbm();

    [GeneratedRegex("^(?:the )?(?:" + PartyWords.Client + ")\\b", Loose)]
    private static partial Regex StartsWithClient();

    [GeneratedRegex(@"^(?:(?:ibm|customer|client|your) )?responsibility description\W*$", Loose)]
    private static partial Regex Template();

    [GeneratedRegex(@"(?<=[.!?])\s+")]
    private static partial Regex SentenceEnd();
}
