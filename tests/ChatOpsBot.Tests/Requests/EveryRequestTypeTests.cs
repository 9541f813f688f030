using System.Text.RegularExpressions;
using ChatOpsBot.Dialogs.Catalog;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Fields;
using ChatOpsBot.Tests.Dialogs;
using ChatOpsBot.Tests.Understanding;

namespace ChatOpsBot.Tests.Requests;

/// <summary>What holds for every request type there is, and for the next one as soon as it is there.</summary>
public sealed partial class EveryRequestTypeTests
{
    private const int FewestChats = 6;
    private static readonly string[] Parts = ["label", "ask", "help", "example", "names"];
    private static readonly WordsCatalog Catalog = WordsCatalog.Load();
    private static readonly string[] Languages = [.. Catalog.Languages.Order()];

    public static TheoryData<string> Types => [.. RequestTypes.All.Select(type => type.Id)];

    public static TheoryData<string, string> TypesAndLanguages =>
        [.. RequestTypes.All.SelectMany(type => Languages.Select(language => (type.Id, language)))];

    [Theory]
    [MemberData(nameof(TypesAndLanguages))]
    public void Every_field_is_named_explained_and_asked_for(string id, string language)
    {
        var (type, words) = (TypeOf(id), Catalog.In(language));
        Assert.NotNull(words.Find($"{id}.title"));
        Assert.NotNull(words.Find($"{id}.start"));
        Assert.All(type.Fields, field => Assert.NotNull(words.Find($"{id}.{field.Id}.label")));
        Assert.All(type.Fields, field => Assert.NotNull(words.Find($"{id}.{field.Id}.help")));
        Assert.All(type.Fields.Where(IsAsked), field => Assert.NotNull(words.Find($"{id}.{field.Id}.ask")));
    }

    [Theory]
    [MemberData(nameof(TypesAndLanguages))]
    public void Every_choice_has_a_title_and_what_is_said_means_one_of_them(string id, string language)
    {
        var words = Catalog.In(language);
        Assert.All(TypeOf(id).Fields.Where(field => field is IChoices), field =>
        {
            Assert.All(OptionsOf(field), option => Assert.NotNull(words.Find($"{id}.{field.Id}.option.{option}")));
            var said = OptionsOf(field).SelectMany(option => SaidFor(id, field, option, words).Distinct()).ToList();
            Assert.Equal(said.Distinct(), said);
        });
    }

    [Theory]
    [MemberData(nameof(TypesAndLanguages))]
    public void Every_sentence_that_the_definition_can_raise_is_there(string id, string language)
    {
        var words = Catalog.In(language);
        Assert.All(
            RaisedBy(id),
            key =>
                Assert.True(
                    words.Find($"{id}.{key}") is not null || words.Find(key) is not null || words.Find($"problem.{key}") is not null, key));
    }

    [Theory]
    [MemberData(nameof(TypesAndLanguages))]
    public void No_word_is_left_over(string id, string language)
    {
        var raised = RaisedBy(id).SelectMany(key => new[] { key, $"problem.{key}" }).ToHashSet();
        var known = TypeOf(id).Fields.SelectMany(KeysOf).Concat(["title", "start", "asked", "about", "example"]).Concat(raised).ToHashSet();
        var written = Catalog
            .In(language)
            .Keys.Where(key => key.StartsWith(id + ".", StringComparison.Ordinal))
            .Select(key => key[(id.Length + 1)..]);

        // A type may word in its own way what all forms share.
        var shared = Catalog.In(language);
        Assert.DoesNotContain(
            written.Except(known).Where(key => shared.Find($"problem.{key}") is null),
            key => !FamiliesOf(id).Any(family => key.StartsWith(family, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void An_empty_form_can_be_looked_at(string id)
    {
        var type = TypeOf(id);
        var services = TestKit.Of();

        Assert.Null(
            Record.Exception(() =>
                (
                    type.Approval(Nothing, services.Systems),
                    type.AffectedObjects(Nothing).Count(),
                    type.PrefixFor(Nothing),
                    type.Known(Nothing, services.Systems))));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Its_row_is_in_the_matrix_that_ships(string id) =>
        Assert.Contains(TypeOf(id).Task, MatrixLibrary.Shipped().In("en").Rows.Select(row => row.Task));

    [Theory]
    [MemberData(nameof(Types))]
    public void People_can_read_how_it_goes(string id)
    {
        var chats = Directory.GetFiles(FolderOf(id), "*.chat");
        Assert.True(
            chats.Length >= FewestChats,
            $"{id} has {chats.Length} chats; {FewestChats} are the fewest: straight, typed, mistake, given up, pressed twice, restart.");
    }

    [Fact]
    public void Ids_places_and_prefixes_are_unique()
    {
        Assert.Equal(RequestTypes.All.Count, RequestTypes.All.Select(type => type.Id).Distinct().Count());
        Assert.Equal(RequestTypes.All.Count, RequestTypes.All.Select(type => type.Order).Distinct().Count());
        var prefixes = RequestTypes.All.SelectMany(type => type.Prefixes).ToList();
        Assert.Equal(prefixes.Distinct(), prefixes);
        Assert.All(RequestTypes.All, type => Assert.Contains(type.Prefix, type.Prefixes));
        Assert.All(RequestTypes.All, type => Assert.Equal(type.Fields.Count, type.Fields.Select(field => field.Id).Distinct().Count()));
    }

    [Theory]
    [MemberData(nameof(TypesAndLanguages))]
    public void The_sentence_that_the_help_shows_of_it_starts_it(string id, string language)
    {
        if (Catalog.In(language).Find($"{id}.example") is not { } example)
            return;

        var draft = new Chat(language)
            .Says(Listener.Hear(example, locale: language), example)
            .Result.Changes.OfType<Change.SaveRequest>()
            .Single()
            .Request;
        Assert.Equal((id, true), (draft.Type, draft.Entries.Count > 0));
    }

    private static RequestType TypeOf(string id) => RequestTypes.All.Single(type => type.Id == id);

    private static bool IsAsked(Field field) => !field.IsFolded && !field.IsOptional && field.Usual(Nothing) is null;

    private static Answers Nothing { get; } = new(new Dictionary<string, Entry>());

    /// <summary>All values of the choice, also those that go with other answers alone.</summary>
    private static IEnumerable<string> OptionsOf(Field field)
    {
        var values = field.GetType().GenericTypeArguments.Single();
        return Enum.GetNames(values).Select(name => char.ToLowerInvariant(name[0]) + name[1..]);
    }

    private static IEnumerable<string> SaidFor(string id, Field field, string option, Phrases words) =>
        (words.Find($"{id}.{field.Id}.said.{option}") is null ? [] : words.Several($"{id}.{field.Id}.said.{option}"))
            .Append(words.Template($"{id}.{field.Id}.option.{option}").ToLowerInvariant());

    private static IEnumerable<string> KeysOf(Field field) =>
        [
            .. Parts.Select(part => $"{field.Id}.{part}"),
            .. field is IChoices
                ? OptionsOf(field).SelectMany(option => new[] { $"{field.Id}.option.{option}", $"{field.Id}.said.{option}" })
                : [],
        ];

    /// <summary>The keys of sentences named in the type's folder: risks by their id, problems and warnings by their key.</summary>
    private static List<string> RaisedBy(string id) =>
    [
        .. CodeOf(id).SelectMany(text => Risk().Matches(text)).Select(match => $"risk.{match.Groups[1].Value}"),
        .. CodeOf(id).SelectMany(text => Problem().Matches(text)).Select(match => match.Groups[1].Value),
        .. CodeOf(id).SelectMany(text => Led().Matches(text)).Select(match => match.Groups[1].Value),
    ];

    // "warning.primary.{...}" in the code: the rest of the key is known when it runs.
    private static IEnumerable<string> FamiliesOf(string id) =>
        CodeOf(id)
            .SelectMany(text => Family().Matches(text))
            .Select(match => match.Groups[1].Value)
            .Concat(TypeOf(id).Prefixes.Select(prefix => $"title.{prefix}"));

    private static IEnumerable<string> CodeOf(string id) => Directory.GetFiles(FolderOf(id), "*.cs").Select(File.ReadAllText);

    // The folder of its words is the folder of the type.
    private static string FolderOf(string id) => Path.GetDirectoryName(Assert.Single(
        Directory.GetFiles(DialogsCode.Folder("dialogs"), $"{id}.en.yaml", SearchOption.AllDirectories)))!;

    [GeneratedRegex("new Risk\\(\"([A-Za-z_]+)\"")]
    private static partial Regex Risk();

    [GeneratedRegex("\"((?:problem|warning|notice|news)\\.[A-Za-z_.]+)\"")]
    private static partial Regex Led();

    [GeneratedRegex("\"((?:problem|warning|notice|news)\\.[A-Za-z_.]*)\\{")]
    private static partial Regex Family();

    [GeneratedRegex("(?:Problem\\.Of\\(|new Problem\\(|Unfit = )\"([A-Za-z_.]+)\"")]
    private static partial Regex Problem();
}
