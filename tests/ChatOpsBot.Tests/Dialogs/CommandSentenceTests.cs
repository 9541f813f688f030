using ChatOpsBot.Dialogs;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Tests.Dialogs;

/// <summary>A command is understood in any polite wrapping, and a sentence that names an event is never a new declaration.</summary>
public sealed class CommandSentenceTests
{
    [Theory]
    [InlineData("please approve DR-2", EventAction.Approve)]
    [InlineData("Could you please approve DR-2, thanks", EventAction.Approve)]
    [InlineData("can you approve DR-2?", EventAction.Approve)]
    [InlineData("hi team, please show DR-2", EventAction.Show)]
    [InlineData("könntest du bitte DR-2 genehmigen", EventAction.Approve)]
    [InlineData("deliveries DR-2 please", EventAction.Deliveries)]
    [InlineData("please update DR-2: switch is done", EventAction.Say, "switch is done")]
    [InlineData("quick one for everybody, an update on DR-2: replication is at 99 percent", EventAction.Say, "replication is at 99 percent")]
    [InlineData("hello, I would like to correct DR-2: it was LPAR2", EventAction.Correct, "it was LPAR2")]
    [InlineData("please do not update DR-2: nobody knows yet", EventAction.Mention)]
    [InlineData("the runbook for DR-2 is in the wiki", EventAction.Mention)]
    [InlineData("failover for LPAR1 as in DR-2", EventAction.Mention)]
    [InlineData("we may have to close DR-2 today", EventAction.Mention)]
    public void About_an_event(string sentence, EventAction action, string? text = null)
    {
        var said = Assert.IsType<Command.OnEvent>(Read(sentence));
        Assert.Equal((action, 2, text), (said.Action, said.Number, said.Text));
    }

    [Theory]
    [InlineData("restore PRODLIB on LPAR1 from yesterday as in DR-2")]
    [InlineData("who declares a failover like DR-2?")]
    [InlineData("no, I don't want it anymore")]
    [InlineData("ich brauche es nicht mehr")]
    public void About_something_else(string sentence) => Assert.Null(Read(sentence));

    [Theory]
    [InlineData("please close DR-2: no data was lost", RecoveryState.Closed)]
    [InlineData("DR-2 failover started, thanks", RecoveryState.FailoverRunning)]
    [InlineData("könntest du bitte DR-2 abbrechen", RecoveryState.Cancelled)]
    public void A_step(string sentence, RecoveryState to)
    {
        var said = Assert.IsType<Command.OnEvent>(Read(sentence));
        Assert.Equal((EventAction.Step, 2, to), (said.Action, said.Number, said.To));
    }

    [Theory]
    [InlineData("please show me my requests", Verbs.ShowMyRequests)]
    [InlineData("could you withdraw it please", Verbs.Withdraw)]
    [InlineData("I want to take back my last request", Verbs.Withdraw)]
    [InlineData("can I take my request back please", Verbs.Withdraw)]
    [InlineData("take it back", Verbs.Withdraw)]
    [InlineData("Ich möchte meinen letzten Auftrag zurücknehmen", Verbs.Withdraw)]
    [InlineData("doch nicht, zurückziehen", Verbs.Withdraw)]
    [InlineData("actually no, withdraw it", Verbs.Withdraw)]
    [InlineData("quiero retirar mi última solicitud", Verbs.Withdraw)]
    [InlineData("quero cancelar meu último pedido", Verbs.Withdraw)]
    [InlineData("was habe ich denn alles beantragt?", Verbs.ShowMyRequests)]
    [InlineData("Welche Anforderungen habe ich gestellt?", Verbs.ShowMyRequests)]
    [InlineData("mes demandes", Verbs.ShowMyRequests)]
    [InlineData("meus pedidos", Verbs.ShowMyRequests)]
    [InlineData("muéstrame mis solicitudes", Verbs.ShowMyRequests)]
    [InlineData("依頼一覧", Verbs.ShowMyRequests)]
    [InlineData("bitte zeig meine Anträge", Verbs.ShowMyRequests)]
    public void About_requests(string sentence, string verb) => Assert.Equal(verb, Assert.IsType<Command.OnRequest>(Read(sentence)).Verb);

    [Theory]
    [InlineData("dr events please")]
    [InlineData("could you list DR events")]
    public void The_list(string sentence) => Assert.Equal(EventAction.List, Assert.IsType<Command.OnEvent>(Read(sentence)).Action);

    [Theory]
    [InlineData("failover started", RecoveryState.FailoverRunning)]
    [InlineData("please close: no data was lost", RecoveryState.Closed)]
    public void In_a_thread_a_step_needs_no_name(string sentence, RecoveryState to)
    {
        Assert.Null(Read(sentence));
        var said = Assert.IsType<Command.OnEvent>(Read(sentence, isThread: true));
        Assert.Equal((EventAction.Step, null, to), (said.Action, said.Number, said.To));
    }

    [Theory]
    [InlineData("done")]
    [InlineData("stop")]
    [InlineData("thanks, it is over")]
    public void In_a_thread_a_word_ends_no_event(string sentence) => Assert.Null(Read(sentence, isThread: true));

    private static Command? Read(string sentence, bool isThread = false)
    {
        var kit = TestKit.Of();
        return new CommandReader(kit).Read(sentence, kit.Sentences.Read(sentence, null, "en"), "en", isThread);
    }
}
