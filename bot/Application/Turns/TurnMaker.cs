using ChatOpsBot.Application.Settings;
using ChatOpsBot.Dialogs;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Systems;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Application.Turns;

/// <summary>Adds to a turn's input what a topic needs beside it: what was meant, in which language, when and in which zone.</summary>
public sealed class TurnMaker(
    SentenceReader sentences,
    CommandReader commands,
    WordsCatalog words,
    Inventory systems,
    TimeProvider time,
    DefaultTimeZone defaultZone)
{
    private const string Fallback = "en";

    /// <param name="before">What this person was answered last in this place.</param>
    /// <param name="advice">What a language model makes of the message; null where none was asked, or none helped.</param>
    /// <param name="spoken">Language that this person wrote in last in this place; null where that is not known.</param>
    public Turn Make(TurnContext context, LastAnswer? before, Advice? advice = null, string? spoken = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        var what = Verbs.SaidBy(context.Input);
        // Who is called at either end of an order ("@Ben approve DR-1") has no part in it; of anything else it may be the subject.
        var called = what is TurnInput.Message { Order: { } order }
            ? Make(new TurnInput.Message(order), context, before, advice, spoken)
            : null;
        return called is { Command: not null } ? called : Make(what, context, before, advice, spoken);
    }

    private Turn Make(TurnInput what, TurnContext context, LastAnswer? before, Advice? advice, string? spoken)
    {
        var said = (what as TurnInput.Message)?.Text;
        var meaning = said is null ? null : sentences.Read(said, before, spoken ?? context.Locale, systems.Names);
        // What is written in a language counts for more than what was written before, and that for more than the language of the client.
        var language = meaning is { TellsLanguage: true }
            ? Spoken(meaning.Language) ?? LanguageOf(context.Locale)
            : Spoken(spoken) ?? Spoken(before?.Language) ?? Spoken(meaning?.Language) ?? LanguageOf(context.Locale);
        return new Turn
        {
            What = what,
            Who = what is TurnInput.BotAdded ? context.Who : Named(context.Who, language),
            Where = context.Where,
            At = time.GetUtcNow(),
            Zone = context.Zone ?? defaultZone.Zone,
            Language = language,
            Files = [.. context.Files.Select(file => file.Offered)],
            Meaning = meaning is null || advice is null ? meaning : sentences.Follow(advice, said!, meaning, systems.Names),
            // By the person's own words: nobody else tells the bot to do something.
            Command = said is null ? null : commands.Read(said, meaning, language, context.Where.IsThread),
        };
    }

    // Teams may leave the name out; what others read must not end in "Declared by".
    private Person Named(Person who, string language) =>
        string.IsNullOrWhiteSpace(who.Name) ? who with { Name = words.In(language)["name.unknown"] } : who;

    /// <summary>The language to speak to a person of whom only the client's language tag is known.</summary>
    public string LanguageOf(string? locale) => Spoken(locale) ?? Fallback;

    /// <summary>The two-letter code where the bot speaks the language of that tag, otherwise null.</summary>
    private string? Spoken(string? tag) =>
        tag?.Split('-', '_')[0].ToLowerInvariant() is { } code && words.Languages.Contains(code) ? code : null;
}
