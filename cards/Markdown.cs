using System.Text.RegularExpressions;

namespace ChatOpsBot.Cards;

/// <summary>Takes the meaning out of markdown where a client would read it: text blocks and facts.</summary>
internal static partial class Markdown
{
    /// <summary>The text so that the client shows it as it stands. Space at the start of a line would make it code, so it goes.</summary>
    public static string Escape(string text)
    {
        var flat = Indent().Replace(PlainText.Of(text), "");
        return LineStart().Replace(Sign().Replace(flat, @"\$0"), @"$1\$2");
    }

    [GeneratedRegex(@"^\s+", RegexOptions.Multiline)]
    private static partial Regex Indent();

    // An ampersand is a sign only where it begins an entity.
    [GeneratedRegex(@"[\\`*_~\[\]<>]|&(?=#?\w+;)")]
    private static partial Regex Sign();

    [GeneratedRegex(@"^(\d*)([#+\-=.)])", RegexOptions.Multiline)]
    private static partial Regex LineStart();
}
