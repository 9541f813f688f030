namespace ChatOpsBot.Domain.Understanding.Sentences;

/// <summary>Begins a meaning whose language is filled in at the end.</summary>
internal static class Meanings
{
    public static Meaning Of(Intent intent) => new() { Language = "", Intent = intent };
}
