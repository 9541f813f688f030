namespace ChatOpsBot.Domain.Understanding;

/// <summary>The mark of a question in the letters of whatever language: Latin, Japanese, Arabic.</summary>
public static class QuestionMark
{
    public static bool Is(char sign) => sign is '?' or '？' or '؟';

    /// <summary>Whether a text ends with one.</summary>
    public static bool Ends(string text) => text.TrimEnd() is [.., var last] && Is(last);
}
