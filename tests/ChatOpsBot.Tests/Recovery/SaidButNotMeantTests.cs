using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Recovery.Saying;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Systems;
using ChatOpsBot.Tests.Dialogs;

namespace ChatOpsBot.Tests.Recovery;

/// <summary>Sentences that ask, plan or deny a step, and take none.</summary>
public sealed class SaidButNotMeantTests
{
    private static readonly Inventory Systems = Assert
        .IsType<InventoryReading.Right>(
            Inventory.Read([
                new()
                {
                    Name = "LPAR1",
                    IsProduction = true,
                    DrPartner = "LPAR1DR",
                },
            ]))
        .Inventory;

    [Theory]
    [InlineData("DR-3 closed?")]
    [InlineData("DR-3 cancelled?")]
    [InlineData("DR-3 is closed?")]
    [InlineData("DR-3 stable?")]
    [InlineData("DR-3 dr side up?")]
    [InlineData("DR-3 beendet?")]
    public void A_question_takes_no_step(string text) => Assert.NotEqual(EventAction.Step, Read(text)?.Action);

    [Theory]
    [InlineData("DR-3 stable in about 20 minutes")]
    [InlineData("DR-3 failover started late and is not running yet")]
    [InlineData("DR-3 dr side up at 14:30 at the earliest")]
    [InlineData("DR-3 done by tonight, I hope")]
    [InlineData("DR-3 end of replication lag not in sight")]
    [InlineData("DR-3 stop asking me")]
    public void A_sentence_that_only_begins_like_a_step_takes_none(string text) => Assert.NotEqual(EventAction.Step, Read(text)?.Action);

    [Theory]
    [InlineData("DR-3: when will the DR side be up?")]
    [InlineData("DR-3: wer ist zuständig?")]
    public void A_question_about_an_event_is_not_told_to_every_channel(string text) =>
        Assert.NotEqual(EventAction.Say, Read(text)?.Action);

    [Theory]
    [InlineData("send me the status of DR-3", EventAction.Announce)]
    [InlineData("send me a link to DR-3", EventAction.Announce)]
    [InlineData("inform me when DR-3 is over", EventAction.Say)]
    [InlineData("tell me whether DR-3 is done", EventAction.Say)]
    [InlineData("tell me more about DR-3 please", EventAction.Say)]
    [InlineData("close DR-3 not before Monday", EventAction.Step)]
    public void A_wish_to_know_sends_and_says_nothing(string text, object command) =>
        Assert.NotEqual((EventAction)command, Read(text)?.Action);

    [Theory]
    [InlineData("declare a failover for LPAR1, this is not a drill")]
    [InlineData("this is not a test: declare a failover for LPAR1")]
    [InlineData("declare a failover for LPAR1, no drill")]
    [InlineData("Rufe einen Failover für LPAR1 aus, das ist keine Übung")]
    public void What_is_said_not_to_be_a_drill_is_none(string text) => Assert.NotEqual(RecoveryKind.Drill, Read(text)?.Declared?.Kind);

    [Theory]
    [InlineData("declare a failover for LPAR1 as a test")]
    [InlineData("declare a failover for LPAR1 as a drill")]
    [InlineData("declare a failover for LPAR1: this is only a drill")]
    [InlineData("declare a failover for LPAR1: DRILL")]
    [InlineData("Rufe einen Failover für LPAR1 aus: nur eine Übung")]
    public void What_is_said_to_be_a_drill_is_not_declared_as_the_real_thing(string text) =>
        Assert.NotEqual(RecoveryKind.UnplannedFailover, Read(text)?.Declared?.Kind);

    private static Command.OnEvent? Read(string text)
    {
        var services = TestKit.Of(systems: Systems);
        return EventCommandParser.Read(text, services.Sentences.Read(text, null, null), services);
    }
}
