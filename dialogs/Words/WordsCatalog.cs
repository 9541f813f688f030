using System.Reflection;
using YamlDotNet.Serialization;

namespace ChatOpsBot.Dialogs.Words;

/// <summary>
/// The bot's words in every language it speaks: the embedded files <c>words.xx.yaml</c> and <c>words.forms.xx.yaml</c>. A file of
/// another name stands beside what it words, and its name leads its keys: "title" in <c>restore.en.yaml</c> is <c>restore.title</c>.
/// </summary>
public sealed class WordsCatalog
{
    /// <summary>The language for people whose own the bot does not speak.</summary>
    public const string Fallback = "en";

    private const string Unled = "words";
    private const string End = ".yaml";

    private readonly Dictionary<string, Phrases> _byLanguage;

    private WordsCatalog(IEnumerable<Phrases> languages) =>
        _byLanguage = languages.ToDictionary(phrases => phrases.Language, StringComparer.OrdinalIgnoreCase);

    /// <summary>Two-letter codes of the languages the bot speaks.</summary>
    public IReadOnlyCollection<string> Languages => _byLanguage.Keys;

    /// <summary>The words in a language, or in English where the bot does not speak it.</summary>
    public Phrases In(string language) => _byLanguage.GetValueOrDefault(language) ?? _byLanguage[Fallback];

    /// <summary>Reads every language that comes with the bot.</summary>
    /// <param name="others">Assemblies that bring words of their own: those of request types that live elsewhere.</param>
    public static WordsCatalog Load(params IReadOnlyList<Assembly> others)
    {
        var reader = new DeserializerBuilder().Build();
        var sentences = others.Prepend(typeof(WordsCatalog).Assembly).SelectMany(home => home.GetManifestResourceNames()
            .Where(name => name.EndsWith(End, StringComparison.Ordinal))
            .SelectMany(name => Lead(name, reader.Deserialize<Dictionary<string, string>>(Text(home, name)))));
        return new(sentences.GroupBy(sentence => sentence.Language, StringComparer.Ordinal)
            .Select(language => new Phrases(language.Key, language.ToDictionary(sentence => sentence.Key, sentence => sentence.Text))));
    }

    private static IEnumerable<(string Language, string Key, string Text)> Lead(string resource, Dictionary<string, string> sentences)
    {
        var parts = resource.Split('.');
        var lead = parts[0] == Unled ? "" : parts[0] + ".";
        return sentences.Select(sentence => (parts[^2], lead + sentence.Key, sentence.Value));
    }

    private static string Text(Assembly home, string resource)
    {
        using var stream = new StreamReader(home.GetManifestResourceStream(resource)!);
        return stream.ReadToEnd();
    }
}
