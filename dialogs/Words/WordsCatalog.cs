using YamlDotNet.Serialization;

namespace ChatOpsBot.Dialogs.Words;

/// <summary>The bot's words in every language it speaks. A language is one embedded file, <c>words.xx.yaml</c>.</summary>
public sealed class WordsCatalog
{
    /// <summary>The language for people whose own the bot does not speak.</summary>
    public const string Fallback = "en";

    private const string Start = "words.";
    private const string End = ".yaml";

    private readonly Dictionary<string, Phrases> _byLanguage;

    private WordsCatalog(IEnumerable<Phrases> languages) =>
        _byLanguage = languages.ToDictionary(phrases => phrases.Language, StringComparer.OrdinalIgnoreCase);

    /// <summary>Two-letter codes of the languages the bot speaks.</summary>
    public IReadOnlyCollection<string> Languages => _byLanguage.Keys;

    /// <summary>The words in a language, or in English where the bot does not speak it.</summary>
    public Phrases In(string language) => _byLanguage.GetValueOrDefault(language) ?? _byLanguage[Fallback];

    /// <summary>Reads every language that comes with the bot.</summary>
    public static WordsCatalog Load()
    {
        var reader = new DeserializerBuilder().Build();
        return new(typeof(WordsCatalog).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Start, StringComparison.Ordinal) && name.EndsWith(End, StringComparison.Ordinal))
            .Select(name => new Phrases(name[Start.Length..^End.Length], reader.Deserialize<Dictionary<string, string>>(Text(name)))));
    }

    private static string Text(string resource)
    {
        using var stream = new StreamReader(typeof(WordsCatalog).Assembly.GetManifestResourceStream(resource)!);
        return stream.ReadToEnd();
    }
}
