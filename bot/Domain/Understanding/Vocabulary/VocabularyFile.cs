using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace ChatOpsBot.Domain.Understanding.Vocabulary;

/// <summary>A vocabulary file as it is written: the words of one language. Its head comment explains each part.</summary>
internal sealed class VocabularyFile
{
    public required string Language { get; init; }

    /// <summary>Written without spaces between words.</summary>
    public bool IsUnspaced { get; init; }

    public List<string> FunctionWords { get; init; } = [];

    public List<string> NotEnglish { get; init; } = [];

    public Dictionary<string, List<string>> Trade { get; init; } = [];

    public Dictionary<string, List<string>> Mood { get; init; } = [];

    public Dictionary<string, List<string>> SmallTalk { get; init; } = [];

    public Dictionary<string, List<string>> Outside { get; init; } = [];

    public Dictionary<string, List<string>> Facts { get; init; } = [];

    public Dictionary<string, List<string>> Claims { get; init; } = [];

    public Dictionary<string, List<string>> Slots { get; init; } = [];

    public static T Read<T>(TextReader text) => new DeserializerBuilder()
        .WithNamingConvention(HyphenatedNamingConvention.Instance).Build().Deserialize<T>(text);
}
