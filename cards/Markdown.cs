using System.Text.RegularExpressions;

namespace ChatOpsBot.Cards;

/// <summary>Takes the meaning out of markdown where a client would read it: text blocks and facts.</summary>
internal static partial class Markdown
{
    /// <summary>The text so that the client shows it as it stands.</summary>
    public static string Escape(string text) => LineStart().Replace(Sign().Replace(PlainText.Of(text), @"\$0"), @"$1\$2");

    [GeneratedRegex(@"[\\`*_~\[\]<>]")]
    private static partial Regex Sign();

    [GeneratedRegex(@"^(\s*\d*)([#+\-=.)])(?=\s|$)", RegexOptions.Multiline)]
    private static partial Regex LineStart();
}
