using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatOpsBot.Tests.Browser.People;

/// <summary>A DR failover in the real client: one person declares it, a second one decides, and each sees what is the case.</summary>
public sealed partial class FailoverTests : IAsyncLifetime
{
    private readonly Company _company = new();

    public ValueTask InitializeAsync()
    {
        _company.Settings["Systems:Lpars:0:Name"] = "LPAR1";
        _company.Settings["Systems:Lpars:0:Production"] = "true";
        _company.Settings["Systems:Lpars:0:DrPartner"] = "LPAR1DR";
        _company.Settings["Systems:Lpars:0:Rto"] = "04:00:00";
        _company.Settings["Systems:Lpars:0:Rpo"] = "00:15:00";
        _company.Settings["Turns:TimeZone"] = "Europe/Berlin";
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _company.DisposeAsync();

    [Fact]
    public async Task One_declares_it_a_second_one_approves_it_and_both_see_the_tickets_number()
    {
        await using var ana = await _company.OpenChatAsync(Person.Ana);
        await using var ben = await _company.OpenChatAsync(Person.Ben);

        var declared = await DeclareAsync(ana);
        var key = await KeyAsync(declared.Card);
        await ana.SayAsync($"approve {key}");
        await ana.ReadsAsync("You submitted this yourself, so somebody else must approve it.");
        await ana.KeepPictureAsync("failover-own");

        var asked = await ben.AskAsync($"approve {key}");
        await Expect(asked).ToContainTextAsync("waiting for your approval");
        await Expect(asked).ToContainTextAsync("The LPAR is down and will not be back in time");
        await Expect(asked).ToContainTextAsync("up to 15 minutes");
        await ben.KeepPictureAsync("failover-asked", asked);
        await ChatWindow.PressAsync(asked, "Approve");

        foreach (var card in new[] { asked, declared.Card })
        {
            await Expect(card).ToContainTextAsync("T-000001");
            await Expect(card).ToContainTextAsync("Approved by: Ben");
        }

        await ana.ReadsAsync($"{key} (DR failover) is now ticket T-000001.");
        await ana.KeepPictureAsync("failover-receipt", declared.Card);
        await ben.KeepPictureAsync("failover-receipt-ben", asked);
        await ana.KeepPictureAsync("failover-ana");
        await ben.KeepPictureAsync("failover-ben");
    }

    [Fact]
    public async Task Who_is_listed_is_asked_by_the_bot_and_a_no_comes_back_with_its_reason()
    {
        _company.Settings["Approvals:Roles:dr-authority:0"] = Person.Ben.EntraId;
        await using var ben = await _company.OpenChatAsync(Person.Ben);
        await using var ana = await _company.OpenChatAsync(Person.Ana);

        var declared = await DeclareAsync(ana);
        var asked = new CardForm(ben.Cards.Last);
        await Expect(asked.Card).ToContainTextAsync("Ana asks you to approve this request.");
        await ben.KeepPictureAsync("failover-asked-unprompted");
        await asked.FillAsync("Reason (if you reject)", "The LPAR answers again, see INC0012345");
        await asked.PressAsync("Reject");

        foreach (var card in new[] { asked.Card, declared.Card })
        {
            await Expect(card).ToContainTextAsync("Rejected by: Ben");
            await Expect(card).ToContainTextAsync("The LPAR answers again, see INC0012345");
        }

        await ana.ReadsAsync($"Ben rejected {await KeyAsync(declared.Card)} (DR failover): The LPAR answers again, see INC0012345");
        await ana.KeepPictureAsync("failover-rejected");
        await ben.KeepPictureAsync("failover-rejected-ben");
    }

    [Fact]
    public async Task An_edit_takes_the_approval_back_and_the_card_of_before_approves_nothing()
    {
        await using var ana = await _company.OpenChatAsync(Person.Ana);
        await using var ben = await _company.OpenChatAsync(Person.Ben);
        var declared = await DeclareAsync(ana);
        var key = await KeyAsync(declared.Card);
        var asked = await ben.AskAsync($"approve {key}");

        await declared.PressAsync("Edit");
        await Expect(asked.GetByRole(AriaRole.Button, new() { Name = "Approve", Exact = true })).ToHaveCountAsync(0);
        await ben.KeepPictureAsync("failover-edit-ben");
        await AcceptAsync(declared, "up to 30 minutes");
        await Expect(asked).ToContainTextAsync("Accepted loss: up to 30 minutes.");

        ben.IsCutOff = true;
        await declared.PressAsync("Edit");
        await AcceptAsync(declared, "up to 60 minutes");
        await ben.KeepPictureAsync("failover-old-card", asked);
        ben.IsCutOff = false;
        await ChatWindow.PressAsync(asked, "Approve");
        await Expect(asked).ToContainTextAsync("The request has changed. Please review this version.");
        await Expect(asked).ToContainTextAsync("Accepted loss: up to 60 minutes.");
        await Expect(declared.Card).ToContainTextAsync("Waiting for approval");
        await ben.KeepPictureAsync("failover-changed", asked);

        await ChatWindow.PressAsync(asked, "Approve");
        await Expect(declared.Card).ToContainTextAsync("T-000001");
    }

    [Fact]
    public async Task A_drill_says_on_every_card_that_it_is_one()
    {
        await using var ana = await _company.OpenChatAsync(Person.Ana);
        await using var ben = await _company.OpenChatAsync(Person.Ben);
        var drill = new CardForm(await ana.AskAsync("please fail over LPAR1 on Saturday 22:00"));
        await drill.ChooseAsync("What are you declaring?", "DRILL: virtual test, production continues");
        await drill.PressAsync("Update form");
        await drill.FillAsync("Goal of the drill", "Order entry runs on the DR LPAR within 4 hours");
        await drill.FillAsync("Who validates the applications?", "me");
        await ana.KeepPictureAsync("drill-form", drill.Card);
        await drill.PressAsync("Review");
        await Expect(drill.Card).ToContainTextAsync("ready to review");
        await ana.KeepPictureAsync("drill-review", drill.Card);
        await drill.PressAsync("Send for approval");
        await Expect(drill.Card).ToContainTextAsync("Waiting for approval");

        var asked = await ben.AskAsync($"approve {await KeyAsync(drill.Card)}");
        await ben.KeepPictureAsync("drill-asked", asked);
        await ChatWindow.PressAsync(asked, "Approve");

        await Expect(drill.Card).ToContainTextAsync("T-000001");
        await Expect(asked).ToContainTextAsync("DRILL. The desk has it");
        await ana.KeepPictureAsync("drill-receipt", drill.Card);
    }

    private static async Task<CardForm> DeclareAsync(ChatWindow chat)
    {
        var form = new CardForm(await chat.AskAsync("we need to fail over LPAR1, primary site is down"));
        await chat.KeepPictureAsync("failover-opened", form.Card);
        await form.ChooseAsync("What are you declaring?", "REAL: unplanned failover, the primary is lost");
        await form.PressAsync("Update form");
        await Expect(form.Card).ToContainTextAsync("Start of the outage");
        await chat.KeepPictureAsync("failover-form", form.Card);

        await form.ChooseAsync("Reason", "The LPAR is down and will not be back in time");
        await form.FillAsync("Start of the outage", "20 minutes ago");
        await form.ChooseAsync("State of the primary LPAR", "Down, not reachable");
        await form.FillAsync("Accepted data loss", "up to 15 minutes");
        await form.FillAsync("Who validates the applications?", "Carla Stone");
        await form.FillAsync("24x7 contact", "Duty manager, +49 30 1234567");
        await form.PressAsync("Review");
        await Expect(form.Card).ToContainTextAsync("ready to review");
        await chat.KeepPictureAsync("failover-review", form.Card);

        await ConfirmAsync(form);
        await chat.KeepPictureAsync("failover-waiting", form.Card);
        return form;
    }

    private static async Task AcceptAsync(CardForm form, string loss)
    {
        await form.FillAsync("Accepted data loss", loss);
        await form.PressAsync("Review");
        await ConfirmAsync(form);
    }

    private static async Task ConfirmAsync(CardForm review)
    {
        await review.FillAsync("To confirm, type: LPAR1 FAILOVER", "LPAR1 FAILOVER");
        await review.TickAsync("Yes, I confirm this");
        await review.PressAsync("Send for approval");
        await Expect(review.Card).ToContainTextAsync("Waiting for approval");
    }

    private static async Task<string> KeyAsync(ILocator card) => Key().Match(await card.InnerTextAsync()).Value;

    [GeneratedRegex("DR[EL]-[0-9A-Z]{6}")]
    private static partial Regex Key();
}
