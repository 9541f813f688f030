using System.Text.RegularExpressions;
using ChatOpsBot.Dialogs.Catalog;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.IbmI;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Domain.Times;
using ChatOpsBot.Tests.House;

namespace ChatOpsBot.Tests.Dialogs;

public sealed partial class WordsTests
{
    private static readonly WordsCatalog Catalog = WordsCatalog.Load();
    private static readonly Phrases English = Catalog.In("en");

    public static TheoryData<string> Languages => [.. Catalog.Languages];

    [Fact]
    public void English_and_German_are_spoken() => Assert.Equal(["de", "en"], Catalog.Languages.Order());

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_says_the_same_things(string language) =>
        Assert.Equal(English.Keys.Order(), Catalog.In(language).Keys.Order());

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_sentence_has_the_same_placeholders_in_every_language(string language)
    {
        var words = Catalog.In(language);
        Assert.All(English.Keys, key => Assert.Equal(
            Phrases.Placeholders(English.Template(key)).Order(),
            Phrases.Placeholders(words.Template(key)).Order()));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_sentence_is_empty_or_carries_markup(string language)
    {
        var words = Catalog.In(language);
        Assert.All(
            words.Keys,
            key => Assert.Matches(@"^[^\s*_`<>\[\]]([^*_`<>\[\]]*[^\s*_`<>\[\]])?$", WithoutSpecialValues(words.Template(key))));
    }

    [Fact]
    public void Languages_differ_in_what_they_say()
    {
        // The desk reads English, so a ticket's words are English everywhere, as is what IBM is told on the phone; examples are names of
        // systems and objects; the rest are names of products, things and units, and patterns made of placeholders alone.
        string[] names =
        [
            "desk.age.hours", "desk.age.minutes", "desk.column.number", "desk.side.desk", "desk.title", "forms.optional", "summary", "lpar.names", "moment.at", "moment.at_utc", "moment.between", "moment.between_utc", "party.ibm",
            "slot.lpar", "status.summary", "status.ticket",
        ];
        var same = English
            .Keys.Where(key => English.Template(key) == Catalog.In("de").Template(key))
            .Where(key => !key.StartsWith("ticket.", StringComparison.Ordinal) && !key.StartsWith("call.say.", StringComparison.Ordinal))
            .Where(key => OfType(key) is not { Of: "example" or "option" });

        Assert.Empty(same.Except(names));
    }

    [Fact]
    public void Every_key_in_the_code_is_said_and_every_sentence_is_used()
    {
        var code = DialogsCode.FilesThatSpeak().ToList();
        var literals = code.SelectMany(file => Literal().Matches(file)).Select(match => match.Groups[1].Value).ToHashSet();
        var families = code.SelectMany(file => Family().Matches(file)).Select(match => match.Groups[1].Value + ".").ToList();
        // "status.{...}", "secret.{...}": the members are the subject of a test of their own.
        var open = code.SelectMany(file => Open().Matches(file)).Select(match => match.Groups[1].Value).ToHashSet();
        // The wall and the desk have one kind of door, whose words are led by the name of what it opens.
        literals.UnionWith(code.SelectMany(file => Led().Matches(file)).Select(match => match.Groups[1].Value)
            .Concat(literals.Where(literal => !literal.Contains('.')))
            .SelectMany(word => (string[])[$"wall.{word}", $"desk.{word}"]).ToList());
        var looked = code.SelectMany(file => Lookup().Matches(file)).Select(match => match.Groups[1].Value);
        var shared = English.Keys.Where(key => OfType(key) is null).ToList();

        Assert.All(looked, key => Assert.Contains(key, English.Keys));
        Assert.All(families, family => Assert.Contains(family + "general", English.Keys));
        Assert.DoesNotContain(
            shared,
            key => !IsUsed(key, literals) && !families.Concat(open).Any(family => Plain(key).StartsWith(family, StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_member_of_a_family_has_its_sentence_and_none_is_left_over()
    {
        var open = Enum.GetNames<TicketState>()
            .Select(state => "Ticket" + state)
            .Concat(Enum.GetNames<RequestState>())
            .Append("Editing")
            .ToList();
        Holds("problem.secret.", Enum.GetNames<SecretKind>());
        Holds("file.secret.", Enum.GetNames<SecretKind>());
        Holds("problem.clock.", Enum.GetNames<ClockShift>().Where(shift => shift != nameof(ClockShift.None)));
        Holds(
            "problem.time.",
            [
                .. Enum.GetNames<TimeRefusal>(),
                "Length",
                "Ambiguous",
                .. Enum.GetNames<TimePurpose>().Select(purpose => $"NotUnderstood.{purpose}"),
            ]);
        Holds(
            "problem.name.",
            [
                .. typeof(NameProblem).GetNestedTypes().Select(type => type.Name).Where(name => name != nameof(NameProblem.NotRestorable)),
                "NoSpecialValue", "WrongFirst",
                .. Enum.GetNames<RestoreRefusal>().Select(why => $"NotRestorable.{why}"),
                .. Enum.GetNames<NameWarning>(),
            ]);
        Holds("kind.", Enum.GetNames<NameKind>());
        Holds("allowed.", ["plain", "signs", "blank"]);
        Holds("severity.", [.. Enum.GetValues<Severity>().Select(severity => $"{(int)severity}"), "label"]);
        Holds("news.ticket.", Enum.GetNames<TicketState>());
        Holds("news.unnumbered.", Enum.GetNames<TicketState>());
        Assert.Subset(English.Keys.ToHashSet(), open.Select(state => $"status.{state}").ToHashSet());
        string[] handedOver = ["TicketNew.silent", "TicketNew.unnumbered", "Withdrawn.silent"];
        Assert.Subset(open.Concat(handedOver).ToHashSet(), Members("status.next.").ToHashSet());
        Assert.All(Members("standing.").Where(member => char.IsUpper(member[0])), member => Assert.Contains(member, open));
    }

    [Fact]
    public void Every_subject_outside_the_matrix_is_answered_with_words_of_its_own()
    {
        var vocabulary = File.ReadAllText(Path.Combine(Repository.Root.FullName, "bot/Domain/Understanding/Vocabulary/vocabulary.en.yaml"));
        var outside = Entry()
            .Matches(vocabulary.Split("\noutside:")[1].Split("\nfacts:")[0])
            .Select(match => match.Groups[1].Value)
            .ToList();

        Assert.Contains("licensing", outside);
        Assert.Subset(
            English.Keys.ToHashSet(), outside.Where(subject => subject != "harmless").Select(subject => $"outside.{subject}").ToHashSet());
    }

    [Fact]
    public void No_sentence_stands_in_the_code()
    {
        // Faults for programmers are English in the code. A definition names its row of the matrix, and the desk reads its subject and
        // what a restore calls a whole system there in English. What the audit trail calls a entry is read in the log, a pattern by nobody.
        var sentences = DialogsCode.Files()
            .Where(file => file.Name != "RequestCatalog.cs" && !DefinitionOfRequest().IsMatch(file.Name))
            .SelectMany(file => file.Text.Split('\n'))
            .Where(line =>
                !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && !line.Contains("Exception(", StringComparison.Ordinal)
            )
            .Where(line => !EnglishForTheDesk().IsMatch(line))
            .SelectMany(line => AnyLiteral().Matches(line))
            .Where(literal => Sentence().IsMatch(literal.Value));

        Assert.Empty(sentences);
    }

    [Theory]
    [InlineData("en", "28 October 2024")]
    [InlineData("de", "28. Oktober 2024")]
    [InlineData("fr", "28 October 2024")]
    public void A_day_is_written_as_the_reader_writes_it(string language, string expected) =>
        Assert.Equal(expected, Catalog.In(language).Date(new(2024, 10, 28)));

    [Fact]
    public void A_value_too_few_or_too_many_is_refused()
    {
        Assert.Throws<ArgumentException>(() => English.Say("welcome.added"));
        Assert.Throws<ArgumentException>(() => English.Say("welcome.added", ("name", "Ada"), ("row", "x")));
        Assert.Throws<KeyNotFoundException>(() => English["no.such.key"]);
    }

    [Fact]
    public void A_value_is_never_read_as_a_placeholder() =>
        Assert.Equal("{name} added me here.", English.Say("welcome.added", ("name", "{name}")));

    private static void Holds(string family, IEnumerable<string> members) =>
        Assert.Equal(members.Order(StringComparer.Ordinal), Members(family).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Members(string family) =>
        English.Keys.Where(key => key.StartsWith(family, StringComparison.Ordinal)).Select(key => key[family.Length..]);

    /// <summary>The field, and what of it, that a key of a request type's own words is about; null for the words all share.</summary>
    private static (string Type, string? Of)? OfType(string key) =>
        RequestTypes.All.Any(type => key.StartsWith(type.Id + ".", StringComparison.Ordinal))
            ? (key.Split('.')[0], key.Split('.').ElementAtOrDefault(2))
            : null;

    // A problem's key goes without its lead in the domain; a time in UTC ends in "_utc".
    private static bool IsUsed(string key, HashSet<string> literals) => literals.Contains(key) || literals.Contains(Plain(key));

    private static string Plain(string key)
    {
        const string Lead = "problem.";
        const string Utc = "_utc";
        var bare = key.StartsWith(Lead, StringComparison.Ordinal) ? key[Lead.Length..] : key;
        return bare.EndsWith(Utc, StringComparison.Ordinal) ? bare[..^Utc.Length] : bare;
    }

    // IBM i writes special values with a star (*ALL, *FILE) and generic names with one at the end (PAY*): people have to be told how to
    // type them. No two stand where Markdown would take them for emphasis, and names may hold an underscore (PRODLI_RST).
    private static string WithoutSpecialValues(string sentence) => SpecialValue().Replace(sentence, "X");

    [GeneratedRegex(@"\*[A-Za-z]{2,10}\b|\b[A-Z]{3,9}\*|(?<= )\$ # @ _|\b[A-Z]{1,7}_[A-Z]{1,3}\b")]
    private static partial Regex SpecialValue();

    [GeneratedRegex("^(?:Backup|Access|Failover)(?:Request|Rules)\\.cs$")]
    private static partial Regex DefinitionOfRequest();

    [GeneratedRegex(
        @"override string (?:Task|Subject)\b|=> ""entire system""| and \{names\.Count|moves\.Save\(|string \w*Pattern\b|\.ToString\(""|""yyyy-MM-dd HH:mm"
    )]
    private static partial Regex EnglishForTheDesk();

    [GeneratedRegex("\\$\"([a-z_]+(?:\\.[A-Za-z_]+)*\\.)\\{")]
    private static partial Regex Open();

    [GeneratedRegex(@"(?m)^  ([a-z-]+): \[")]
    private static partial Regex Entry();

    [GeneratedRegex("\"([a-z_]+(?:\\.[A-Za-z_-]+)*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex("\\}\\.([a-z_]+)\"")]
    private static partial Regex Led();

    [GeneratedRegex("SayOf\\(\"([a-z_.]+)\"")]
    private static partial Regex Family();

    [GeneratedRegex("(?:words\\[|Say\\(|In\\([a-z.A-Z]+\\)\\[)\"([a-z_.-]+)\"")]
    private static partial Regex Lookup();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex AnyLiteral();

    [GeneratedRegex("\\p{L}{2,} \\p{L}+")]
    private static partial Regex Sentence();
}
