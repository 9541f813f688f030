using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Understanding;
using NodaTime;

namespace ChatOpsBot.Tests.LanguageModel;

/// <summary>Which turns a language model may be asked about, one reason after the other.</summary>
public sealed class AdviceRuleTests
{
    private static readonly Meaning Unsure = new() { Language = "en", Intent = Intent.Unknown, Confidence = 0.69f };

    private static readonly Turn Puzzling = new()
    {
        What = new TurnInput.Message("Who is in charge of flurbing?"),
        Who = new Person("ana", "Ana"),
        Where = new Place("a:ana", PlaceKind.Personal),
        At = DateTimeOffset.UnixEpoch,
        Zone = DateTimeZone.Utc,
        Language = "en",
        Meaning = Unsure,
    };

    [Fact]
    public void A_message_that_is_not_read_with_confidence_may_be_asked_about() => Assert.True(Allows(Puzzling));

    [Fact]
    public void Nothing_else_may() => Assert.All(
        [
            Puzzling with { Meaning = Unsure with { Confidence = Meaning.Confident } },
            Puzzling with { Meaning = Unsure with { Intent = Intent.DrEvent } },
            Puzzling with { Meaning = Unsure with { IsAboutExisting = true } },
            Puzzling with { Meaning = Unsure with { IsAdvised = true } },
            Puzzling with { Meaning = null },
            Puzzling with { Command = new Command.OnRequest("approve", "RST-7K3QZC") },
            Puzzling with { What = new TurnInput.Message(" ") },
            Puzzling with { What = new TurnInput.ButtonPress("say", new Dictionary<string, string>()) },
            Puzzling with { What = new TurnInput.BotAdded() },
        ],
        turn => Assert.False(Allows(turn)));

    [Fact]
    public void What_the_bot_does_by_itself_stays_done() => Assert.False(AdviceRule.Allows(Puzzling, [new Change.ForgetPerson()]));

    private static bool Allows(Turn turn) => AdviceRule.Allows(turn, [new Reply.Say("Which task do you mean?")]);
}
