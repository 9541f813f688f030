using ChatOpsBot.Dialogs.Catalog;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Search;
using ChatOpsBot.Dialogs.Words;

namespace ChatOpsBot.Tests.Manifest;

/// <summary>
/// Choosing a command writes its title into the message, in the language of the person's client: the bot has to answer it by the
/// topic it names, and what the bot can talk about has to be among the commands.
/// </summary>
public sealed class CommandTests
{
    private static readonly WordsCatalog Words = WordsCatalog.Load();

    /// <summary>The topic that a command names, and a sentence of its answer by its key in the bot's words.</summary>
    private static readonly Dictionary<string, (string Topic, string Says)> Named = new()
    {
        ["Help"] = ("HelpTopic", "help.title"),
        ["Who applies PTFs?"] = ("WhoHandlesTopic", "lead.ibm"),
        ["Show me the whole matrix"] = ("MatrixTopic", "matrix.title"),
        ["Request a restore"] = ("StartTopic", "restore.title"),
        ["Request a backup"] = ("StartTopic", "backup.title"),
        ["Request a PAM change"] = ("StartTopic", "pam.title"),
        ["Request an MFA change"] = ("StartTopic", "mfa.title"),
        ["Request a failover"] = ("StartTopic", "dr_failover.title"),
        ["My requests"] = ("StatusTopic", "mine.title"),
        ["DR events"] = ("EventTopic", "event.list.title"),
        ["Declare a failover"] = ("EventTopic", "event.ask.title"),
        ["Delivery status"] = ("EventTopic", "event.none_open"),
        ["What do we follow?"] = ("FollowTopic", "following.nothing"),
        ["Follow all DR events"] = ("FollowTopic", "following.title"),
        // Nothing is stored about who asks here.
        ["What do you know about me?"] = ("PersonTopic", "people.unknown"),
    };

    /// <summary>Topics without a command, and why.</summary>
    private static readonly Dictionary<string, string> LeftOut = new()
    {
        ["WelcomeTopic"] = "The bot begins it itself, when it is added.",
        ["UnidentifiedTopic"] = "It refuses what needs to know who somebody is.",
        ["RoleTopic"] = "Who may approve is asked rarely, and each list is full.",
        ["DeskPageTopic"] = "It is for the few who work at the desk, and each list is full.",
        ["SeveralRequestsTopic"] = "It takes a message apart that asks for several things.",
        ["InterviewTopic"] = "It goes on with a form that is open.",
        ["FilesTopic"] = "It tells of a picture or a file that it was not read.",
        ["FormTopic"] = "It answers the buttons of a form.",
        ["ConfirmTopic"] = "It needs a request that was looked over.",
        ["ApprovalTopic"] = "It answers the buttons of a card that somebody else's request brought.",
        ["DeskReplyTopic"] = "It takes the answer to what the desk asks.",
        ["DraftReminderTopic"] = "It reminds of a form that is open.",
        ["SmallTalkTopic"] = "Nobody has to be told to say hello.",
        ["AdvisedTopic"] = "It answers as the other topics do, where a language model is set up.",
        ["OutsideTopic"] = "It answers what the bot knows nothing about.",
    };

    public static IEnumerable<TheoryDataRow<string, string, string>> Commands =>
        from list in ManifestSource.Lists.Index()
        from command in list.Item.Titles.Index()
        from scope in list.Item.Scopes
        from language in ManifestSource.Languages
        select new TheoryDataRow<string, string, string>(scope, language, ManifestSource.Title(list.Index, command.Index, language))
        {
            Label = command.Item,
        };

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_is_answered_by_the_topic_it_names(string scope, string language, string title)
    {
        var named = Named[English(language, title)];
        var (topic, text) = new CommandBot(language, PlaceOf(scope)).Hear(title);

        Assert.Equal(named.Topic, topic);
        Assert.Contains(Words.In(language)[named.Says], text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_topic_has_a_command_or_a_reason_to_have_none()
    {
        var topics = CommandBot.Topics.Select(topic => topic.GetType().Name).Distinct().Order();
        var offered = ManifestSource.Lists.SelectMany(list => list.Titles).Select(title => Named[title].Topic);

        Assert.Equal(topics, offered.Concat(LeftOut.Keys).Distinct().Order());
        Assert.Empty(offered.Intersect(LeftOut.Keys));
    }

    [Fact]
    public void Every_kind_of_request_has_a_command_in_a_personal_chat() =>
        Assert.Empty(RequestTypes.All.Select(type => $"{type.Id}.title").Except(ListOf("personal").Select(title => Named[title].Says)));

    [Theory]
    [InlineData("personal", "My requests", "DR events", "Declare a failover")]
    [InlineData("team", "DR events", "Declare a failover", "Delivery status", "Follow all DR events", "What do we follow?")]
    [InlineData("groupChat", "My requests", "DR events", "Declare a failover", "Delivery status")]
    public void Each_place_has_the_commands_that_it_is_used_for(string scope, params string[] titles) =>
        Assert.Empty(titles.Except(ListOf(scope)));

    [Fact]
    public void Every_scope_of_the_bot_has_one_list_that_begins_with_help()
    {
        Assert.Equal(
            ManifestSource.Manifest["bots"]![0]!["scopes"]!.AsArray().Select(scope => (string)scope!),
            ManifestSource.Lists.SelectMany(list => list.Scopes));
        Assert.All(ManifestSource.Lists, list => Assert.Equal("Help", list.Titles[0]));
    }

    // Longer ones are cut by clients; the schema would take 128.
    [Fact]
    public void A_command_is_short_enough_to_be_read_whole() => Assert.All(Commands, row => Assert.InRange(row.Data.Item3.Length, 1, 32));

    [Fact]
    public void The_search_has_the_commands_that_the_bot_answers_each_with_its_one_parameter()
    {
        var commands = ManifestSource.Manifest["composeExtensions"]![0]!["commands"]!.AsArray();

        Assert.Equal(
            [SearchCommands.Rows, SearchCommands.Requests, SearchCommands.Events], commands.Select(command => (string)command!["id"]!));
        Assert.All(
            commands, command => Assert.Equal(SearchCommands.Text, (string?)Assert.Single(command!["parameters"]!.AsArray())!["name"]));
    }

    [Fact]
    public void The_package_speaks_the_languages_of_the_bot() => Assert.Equal(Words.Languages.Order(), ManifestSource.Languages.Order());

    private static IReadOnlyList<string> ListOf(string scope) => ManifestSource.Lists.Single(list => list.Scopes.Contains(scope)).Titles;

    private static string English(string language, string title) =>
        (from list in ManifestSource.Lists.Index()
         from command in list.Item.Titles.Index()
         where ManifestSource.Title(list.Index, command.Index, language) == title
         select command.Item).First();

    private static PlaceKind PlaceOf(string scope) => scope switch
    {
        "personal" => PlaceKind.Personal,
        "team" => PlaceKind.Channel,
        _ => PlaceKind.GroupChat,
    };
}
