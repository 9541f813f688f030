using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms.Drawing;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Approvals;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Tests.Dialogs;
using ChatOpsBot.Tests.Storage;
using NodaTime;

namespace ChatOpsBot.Tests.Requests;

/// <summary>What comes of a yes and of a no: what is kept, what is sent, who is told what.</summary>
public sealed class DecidingTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly Person Ben = new("aad-ben", "Ben");

    private static readonly Dictionary<string, Entry> Answered = new() { ["lpar"] = new("LPAR1") { Value = "LPAR1" } };

    private static readonly Request Waiting = SampleRequest.Draft() with
    {
        State = RequestState.AwaitingApproval,
        Entries = Answered,
        ConfirmedVersion = 1,
    };

    private static readonly Request Changed = Waiting with
    {
        Ticket = new("T-000001", TicketState.InProgress, Monday),
        Before = new Dictionary<string, Entry> { ["lpar"] = new("LPAR2") { Value = "LPAR2" } },
        ConfirmedVersion = 4,
        FiledVersion = 1,
    };

    [Fact]
    public void A_yes_that_is_enough_sends_it_to_the_desk_and_opens_its_event()
    {
        var result = Decide(Waiting, yes: true);

        var saved = Saved(result, "approved");
        Assert.Equal((RequestState.Filing, Waiting.Version + 1), (saved.State, saved.Version));
        Assert.Equal([new Decision(Ben, Monday, IsApproval: true, Version: 1)], saved.Decisions);
        Assert.Equal(["OpenTicket", "NotifyDeclarer", "NotifyOwner", "Redraw"], Sent(result).Where(IsOfNoEvent));
        Assert.Single(result.Changes.OfType<Change.SaveEvent>());
        Assert.Equal("news.approved", News(result).Key);
        Assert.Equal(("Ben", ""), (News(result).Values["name"], News(result).Values["reason"]));
        Assert.Equal(new Reply.Say("Filing"), Assert.Single(result.Replies));
    }

    [Fact]
    public void Of_two_that_are_needed_the_first_yes_sends_nothing_to_the_desk()
    {
        var first = Decide(Waiting, yes: true, approvals: 2);
        var saved = Saved(first, "approved");
        Assert.Equal(RequestState.AwaitingApproval, saved.State);
        Assert.Equal(["NotifyOwner", "Redraw"], Sent(first));
        Assert.Empty(first.Changes.OfType<Change.SaveEvent>());
        Assert.Equal("news.approved_first", News(first).Key);
        Assert.Equal(new Reply.Say("AwaitingApproval"), Assert.Single(first.Replies));

        var second = Decide(saved, yes: true, approvals: 2);
        Assert.Equal(2, Saved(second, "approved").Decisions.Count);
        Assert.Equal("news.approved", News(second).Key);
        Assert.Contains("OpenTicket", Sent(second));
    }

    [Theory]
    [InlineData(null, "news.rejected", null)]
    [InlineData("  ", "news.rejected", null)]
    [InlineData(" Not\ntoday. ", "news.rejected_because", "Not\ntoday.")]
    public void A_no_ends_it_and_its_owner_hears_why(string? reason, string news, string? kept)
    {
        var result = Decide(Waiting, yes: false, reason);

        var saved = Saved(result, "rejected");
        Assert.Equal(RequestState.Rejected, saved.State);
        Assert.Equal([new Decision(Ben, Monday, IsApproval: false, Version: 1, kept)], saved.Decisions);
        Assert.Equal(["NotifyOwner", "Redraw"], Sent(result));
        Assert.Empty(result.Changes.OfType<Change.SaveEvent>());
        Assert.Equal(news, News(result).Key);
        Assert.Equal(("Ben", kept is null ? "" : "Not today."), (News(result).Values["name"], News(result).Values["reason"]));
    }

    [Theory]
    [InlineData(null, "news.change_rejected")]
    [InlineData("Not today.", "news.change_rejected_because")]
    public void A_no_to_a_change_leaves_the_ticket_as_it_was(string? reason, string news)
    {
        var result = Decide(Changed, yes: false, reason);

        var saved = Saved(result, "rejected");
        Assert.Equal((RequestState.Filed, "LPAR2", 1), (saved.State, saved.Entries["lpar"].Value, saved.ConfirmedVersion));
        Assert.Equal(4, Assert.Single(saved.Decisions).Version);
        Assert.Equal(["NotifyOwner", "Redraw"], Sent(result));
        Assert.Equal(news, News(result).Key);
    }

    [Fact]
    public void A_yes_to_a_change_changes_the_ticket_and_opens_no_other_event()
    {
        var result = Decide(Changed, yes: true);

        Assert.Equal(RequestState.Filing, Saved(result, "approved").State);
        Assert.Equal(["AmendTicket", "NotifyOwner", "Redraw"], Sent(result));
        Assert.Empty(result.Changes.OfType<Change.SaveEvent>());
        Assert.Equal("news.approved", News(result).Key);
    }

    [Fact]
    public void What_is_not_what_was_asked_for_any_more_is_not_approved_and_its_owner_is_told()
    {
        var result = Decide(Waiting with { Entries = new Dictionary<string, Entry>() }, yes: true);

        Assert.Equal(["NotifyOwner"], Sent(result));
        Assert.Equal(("news.out_of_date", "Ben"), (News(result).Key, News(result).Values["name"]));
        Assert.Empty(result.Changes.OfType<Change.SaveRequest>());
        var shown = Assert.IsType<Reply.Replace>(Assert.Single(result.Replies));
        Assert.Contains("Ana", CardText.Of(shown.Card), StringComparison.Ordinal);
        Assert.Contains("out of date", CardText.Of(shown.Card), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_what_was_asked_for_any_more_can_be_rejected() =>
        Assert.Equal(
            RequestState.Rejected,
            Saved(Decide(Waiting with { Entries = new Dictionary<string, Entry>() }, yes: false), "rejected").State);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_reason_with_a_secret_is_not_kept(bool yes)
    {
        var result = Decide(Waiting, yes, "the password is Winter2026!.");

        Assert.Empty(result.Changes);
        Assert.Contains("password", Assert.IsType<Reply.Notice>(Assert.Single(result.Replies)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reason_is_kept_as_far_as_the_card_takes_it()
    {
        var kept = Assert.Single(Saved(Decide(Waiting, yes: false, new string('x', 5000)), "rejected").Decisions).Reason!;
        Assert.Equal(ApprovalCard.LongestReason, kept.Length);
        Assert.StartsWith("xxx", kept, StringComparison.Ordinal);
    }

    private static TurnResult Decide(Request request, bool yes, string? reason = null, int approvals = 1)
    {
        var services = TestKit.Of() with
        {
            Types = [new OwnApprovalRequest(new ApprovalNeed("restore-approver") { IsAlways = true, Approvals = approvals })],
        };
        var turn = new Turn
        {
            What = new TurnInput.Message("approve"),
            Who = Ben,
            Where = new("a:ben", PlaceKind.Personal),
            At = Monday,
            Zone = DateTimeZone.Utc,
            Language = "en",
        };
        return Approving.Decide(
            request, yes, reason, new(services, new(services), turn), shown => new Reply.Say($"{shown.State}"));
    }

    private static Request Saved(TurnResult result, string what)
    {
        var change = Assert.Single(result.Changes.OfType<Change.SaveRequest>());
        Assert.Equal(new AuditEntry(what, Ben), change.Entry);
        return change.Request;
    }

    private static IEnumerable<string> Sent(TurnResult result) =>
        result.Changes.OfType<Change.Enqueue>().Select(change => change.Message.GetType().Name);

    private static bool IsOfNoEvent(string message) => message is not ("RedrawEvent" or "PromptUpdate" or "MissUpdate");

    private static Problem News(TurnResult result) =>
        Assert.Single(result.Changes.OfType<Change.Enqueue>().Select(change => change.Message).OfType<OutboxMessage.NotifyOwner>()).News;
}
