using ChatOpsBot.Domain.Understanding.Model;

namespace ChatOpsBot.Domain.Understanding.Sentences;

/// <summary>The sentence of a message that says what is wanted: the one with the question mark, or the last one. What comes before is
/// a greeting or a story.</summary>
internal static class MainPart
{
    public static IReadOnlyList<string> Of(IReadOnlyList<string> words)
    {
        List<string> sentence = [];
        IReadOnlyList<string> last = [];
        IReadOnlyList<string>? asked = null;
        foreach (var word in words)
        {
            if (!TextWords.IsMark(word))
                sentence.Add(word);
            else if (TextWords.EndsSentence(word) && sentence.Count > 0)
            {
                last = sentence;
                asked = word == "?" ? sentence : asked;
                sentence = [];
            }
        }

        return asked ?? (sentence.Count > 0 ? sentence : last);
    }

    /// <summary>The same by place: its first character, and the one after its last.</summary>
    public static (int From, int To) Of(string text)
    {
        (int From, int To) last = (0, text.Length);
        (int From, int To)? asked = null;
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (!EndsSentence(text, at))
                continue;
            if (at - start > 1)
            {
                last = (start, at + 1);
                asked = text[at] is '?' or '？' ? last : asked;
            }

            start = at + 1;
        }

        return asked ?? (text.Length - start > 1 ? (start, text.Length) : last);
    }

    // The stop in "7.4" ends nothing.
    private static bool EndsSentence(string text, int at) => text[at] is '?' or '!' or '\n' or '。' or '？' or '！'
        || (text[at] == '.' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1])));
}
