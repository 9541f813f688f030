using ChatOpsBot.Application.Settings;
using ChatOpsBot.Dialogs;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Understanding;
using NodaTime;

namespace ChatOpsBot.Application.Turns;

/// <summary>Adds to a turn's input what a topic needs beside it: what was meant, in which language, when and in which zone.</summary>
public sealed class TurnMaker(SentenceReader sentences, CommandReader commands, WordsCatalog words, TimeProvider time, DefaultTimeZone defaultZone)
{
    private const string Fallback = "en";

    /// <param name="before">What this person was answered last in this place.</param>
    /// <param name="locale">Language tag of the person's client; what is written counts for more.</param>
    /// <param name="zone">The zone the person's client names, where it does.</param>
    public Turn Make(TurnInput what, Person who, Place where, LastAnswer? before, string? locale, DateTimeZone? zone)
    {
        var meaning = what is TurnInput.Message said ? sentences.Read(said.Text, before, locale) : null;
        var language = Spoken(meaning?.Language) ?? Spoken(before?.Language) ?? LanguageOf(locale);
        return new Turn
        {
            What = what,
            Who = who,
            Where = where,
            At = time.GetUtcNow(),
            Zone = zone ?? defaultZone.Zone,
            Language = language,
            Meaning = meaning,
            Command = what is TurnInput.Message { Text: var text } ? commands.Read(text, meaning, language) : null,
        };
    }

    /// <summary>The language to speak to a person of whom only the client's language tag is known.</summary>
    public string LanguageOf(string? locale) => Spoken(locale) ?? Fallback;

    /// <summary>The two-letter code where the bot speaks the language of that tag, otherwise null.</summary>
    private string? Spoken(string? tag) =>
        tag?.Split('-', '_')[0].ToLowerInvariant() is { } code && words.Languages.Contains(code) ? code : null;
}
