using System.Text.Json;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Recovery.Following;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Systems;

namespace ChatOpsBot.Tests.Recovery;

/// <summary>How people say what a channel is to follow, and what only sounds like it.</summary>
public sealed class FollowCommandTests
{
    private static readonly WordsCatalog Words = WordsCatalog.Load();
    private static readonly FollowCommandParser Sentences = new(Words, Inventory.Empty);

    private static readonly FollowCommandParser WithSystems = new(Words, Assert.IsType<InventoryReading.Right>(Inventory.Read(
    [
        new LparEntry { Name = "payprod", IsProduction = true, DrPartner = "paydr" },
        new LparEntry { Name = "Austin East", IsProduction = true, DrPartner = "Dallas" },
    ])).Inventory);

    [Theory]
    [InlineData("follow LPAR1", "LPAR1")]
    [InlineData("Please follow LPAR1 and LPAR2!", "LPAR1", "LPAR2")]
    [InlineData("can you follow the LPARs LPAR1, LPAR2 and PAYPROD here please?", "LPAR1", "LPAR2", "PAYPROD")]
    [InlineData("follow lpar7", "lpar7")]
    [InlineData("Subscribe to LPAR1", "LPAR1")]
    [InlineData("subscribe this channel to DR events of LPAR1", "LPAR1")]
    [InlineData("follow LPAR1 from now on", "LPAR1")]
    [InlineData("this channel should follow both LPAR1 and LPAR1DR", "LPAR1", "LPAR1DR")]
    [InlineData("announce DR events of LPAR1 here", "LPAR1")]
    [InlineData("keep us posted on DR events for LPAR1 & LPAR2", "LPAR1", "LPAR2")]
    [InlineData("let’s follow PROD-EAST", "PROD-EAST")]
    [InlineData("FOLLOW LPAR1", "LPAR1")]
    [InlineData("folge LPAR1", "LPAR1")]
    [InlineData("Bitte folge der LPAR LPAR1 und LPAR2", "LPAR1", "LPAR2")]
    [InlineData("LPAR1 und LPAR2 abonnieren", "LPAR1", "LPAR2")]
    [InlineData("Dieser Kanal soll LPAR1 folgen", "LPAR1")]
    [InlineData("melde hier DR-Ereignisse von LPAR1", "LPAR1")]
    [InlineData("halte uns über DR-Ereignisse von LPAR1 auf dem Laufenden", "LPAR1")]
    public void Systems_are_followed_by_name(string text, params string[] names) => Reads(SubscriptionAction.Follow, text, names);

    [Theory]
    [InlineData("follow all DR events")]
    [InlineData("follow everything")]
    [InlineData("subscribe to all DR events please")]
    [InlineData("announce DR events here")]
    [InlineData("post all dr events in this channel")]
    [InlineData("tell us about DR events")]
    [InlineData("follow DR events of all systems")]
    [InlineData("unmute DR events")]
    [InlineData("folge allen DR-Ereignissen")]
    [InlineData("kündige DR-Ereignisse hier an")]
    [InlineData("abonniere alles")]
    [InlineData("melde uns alle DR-Ereignisse")]
    public void Everything_is_followed(string text) => Reads(SubscriptionAction.Follow, text);

    [Theory]
    [InlineData("stop following")]
    [InlineData("unfollow")]
    [InlineData("unsubscribe please")]
    [InlineData("mute")]
    [InlineData("mute DR events")]
    [InlineData("no more dr events")]
    [InlineData("stop following LPAR1", "LPAR1")]
    [InlineData("unfollow LPAR1 and LPAR2", "LPAR1", "LPAR2")]
    [InlineData("don't follow LPAR1 any more", "LPAR1")]
    [InlineData("stop announcing DR events of LPAR1 here", "LPAR1")]
    [InlineData("unsubscribe us from LPAR1", "LPAR1")]
    [InlineData("nicht mehr folgen")]
    [InlineData("Folge LPAR1 nicht mehr.", "LPAR1")]
    [InlineData("hör auf zu folgen")]
    [InlineData("LPAR1 abbestellen", "LPAR1")]
    [InlineData("bestelle LPAR1 ab", "LPAR1")]
    [InlineData("keine DR-Ereignisse mehr")]
    [InlineData("stummschalten")]
    public void Following_ends(string text, params string[] names) => Reads(SubscriptionAction.Stop, text, names);

    [Theory]
    [InlineData("what do we follow?")]
    [InlineData("Which systems does this channel follow?")]
    [InlineData("what are we subscribed to here?")]
    [InlineData("subscriptions")]
    [InlineData("who made this channel follow?")]
    [InlineData("wem folgen wir?")]
    [InlineData("welche Systeme hat dieser Kanal abonniert?")]
    [InlineData("was wird hier angekündigt?")]
    public void What_is_followed_is_asked(string text) => Reads(SubscriptionAction.Show, text);

    [Theory]
    [InlineData("follow payprod", "payprod")]
    [InlineData("follow austin east and dallas", "austin east", "dallas")]
    [InlineData("stop following Paydr", "Paydr")]
    public void Listed_systems_are_known_in_any_case(string text, params string[] names) =>
        Assert.Equal(names, WithSystems.Read(text, "en")?.Names);

    [Theory]
    [InlineData("follow DR-3", "DR-3")]
    [InlineData("stop following dr-12", "DR-12")]
    public void An_event_is_told_from_a_system(string text, string key) => Assert.Equal(key, Sentences.Read(text, "en")?.Event);

    [Theory]
    [InlineData("follow the matrix")]
    [InlineData("follow up on DR-3")]
    [InlineData("follow up on LPAR1")]
    [InlineData("follow up")]
    [InlineData("follow")]
    [InlineData("follow me")]
    [InlineData("FOLLOW ME")]
    [InlineData("follow the instructions")]
    [InlineData("follow RST-K00029")]
    [InlineData("follow LPAR1 and tell me who applies PTFs")]
    [InlineData("who follows up on failed backups?")]
    [InlineData("who handles replication?")]
    [InlineData("announce a DR event for LPAR1")]
    [InlineData("announce LPAR1")]
    [InlineData("declare a failover for LPAR1")]
    [InlineData("send it")]
    [InlineData("post the backup report of LPAR1")]
    [InlineData("tell us about LPAR1")]
    [InlineData("stop")]
    [InlineData("stop LPAR1")]
    [InlineData("mute the alarm")]
    [InlineData("restore PRODLIB on LPAR1 from last night")]
    [InlineData("wer folgt auf wen?")]
    [InlineData("was folgt nach dem Failover?")]
    [InlineData("melde mich an")]
    [InlineData("")]
    [InlineData("please")]
    public void What_only_sounds_like_it_is_something_else(string text) => Assert.Null(Sentences.Read(text, "en"));

    [Theory]
    [InlineData("messages-everyday.jsonl")]
    [InlineData("messages-other-languages.jsonl")]
    public void No_question_and_no_request_is_taken_for_it(string file)
    {
        var texts = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Understanding", file))
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!).ToList();
        Assert.NotEmpty(texts);
        Assert.DoesNotContain(texts, text => Sentences.Read(text, "en") is not null);
    }

    [Fact]
    public void The_language_is_that_of_the_words()
    {
        Assert.Equal("de", Sentences.Read("folge LPAR1", "en")?.Language);
        Assert.Equal("en", Sentences.Read("follow LPAR1", "de")?.Language);
    }

    private static void Reads(SubscriptionAction wish, string text, params string[] names)
    {
        var said = Assert.IsType<Command.OnSubscriptions>(Sentences.Read(text, "en"));
        Assert.Equal(wish, said.Action);
        Assert.Equal(names, said.Names);
        Assert.Null(said.Event);
    }
}
