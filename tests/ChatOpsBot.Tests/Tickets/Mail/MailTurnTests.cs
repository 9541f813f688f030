using ChatOpsBot.Application.Desks.Mail;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Support;
using ChatOpsBot.Tests.Tickets.HandedOver;
using Microsoft.Extensions.DependencyInjection;

namespace ChatOpsBot.Tests.Tickets.Mail;

/// <summary>From the chat to the mailbox. Nothing comes back, and nothing says that it would.</summary>
public sealed class MailTurnTests
{
    [Fact]
    public async Task A_request_is_mailed_changed_commented_on_and_taken_back()
    {
        await using var server = FakeMailServer.Start();
        await using var bot = await StartAsync(server);
        var ana = await bot.FiledAsync();
        var request = await bot.RequestAsync();
        var card = ana.Answer.InWords();
        Assert.Contains("Mailed to the desk", card, StringComparison.Ordinal);
        Assert.Contains("The request was mailed to the night shift. Replies to that mail are not read here.", card, StringComparison.Ordinal);
        Assert.Contains("What becomes of it is not visible here", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Ticket", card, StringComparison.Ordinal);
        Assert.DoesNotContain("You will be told", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Next:", card, StringComparison.Ordinal);
        Assert.Equal($"{request.Key}@example.com", server.Mails[0].MessageId);

        await ana.PressesAsync("Edit");
        await ana.PressesAsync("Review", null, ("lpar", "LPAR2"));
        await ana.PressesAsync("Send changes");
        await bot.SettleAsync();
        Assert.StartsWith("Changed: [", server.Mails[1].Subject, StringComparison.Ordinal);
        Assert.Contains("LPAR2", MailDeskTests.Text(server.Mails[1]), StringComparison.Ordinal);

        await ana.SaysAsync($"answer {request.Key}: MBR1, please.");
        await bot.SettleAsync();
        Assert.Contains("MBR1, please.", MailDeskTests.Text(server.Mails[2]), StringComparison.Ordinal);

        await ana.SaysAsync($"withdraw {request.Key}");
        await bot.SettleAsync();
        Assert.StartsWith("Withdrawn: [", server.Mails[3].Subject, StringComparison.Ordinal);
        Assert.All(server.Mails.Skip(1), mail => Assert.Equal(server.Mails[0].MessageId, mail.InReplyTo));
        Assert.Contains("I tell the desk. Whether somebody has already begun", ana.Card.Card.InWords(), StringComparison.Ordinal);
        Assert.Equal(RequestState.Withdrawn, (await bot.RequestAsync()).State);
    }

    [Fact]
    public async Task A_lost_answer_sends_the_mail_again_under_the_same_id_and_it_says_so()
    {
        await using var server = FakeMailServer.Start();
        await using var bot = await StartAsync(server);
        server.Next("BODY", MailFault.Drop(isAfterwards: true));
        var ana = await bot.WithReviewAsync();
        await ana.PressesAsync(Filed.Send);
        await bot.SettleAsync();
        await ana.SaysAsync($"status {(await bot.RequestAsync()).Key}");
        Assert.Contains("Your request is safe", ana.Card.Card.InWords(), StringComparison.Ordinal);
        bot.Clock.Advance(TimeSpan.FromMinutes(2));
        await bot.SettleAsync();

        Assert.Equal(2, server.Mails.Count);
        Assert.Equal(server.Mails[0].MessageId, server.Mails[1].MessageId);
        Assert.StartsWith("This mail may have reached you before", MailDeskTests.Text(server.Mails[1]), StringComparison.Ordinal);
        Assert.EndsWith("was mailed to the night shift.", ana.Texts[^1], StringComparison.Ordinal);
        Assert.Equal(DeskKind.Mail, (await bot.RequestAsync()).Ticket!.Desk);
    }

    [Fact]
    public async Task A_server_that_does_not_let_the_bot_in_is_a_matter_for_the_administrator()
    {
        await using var server = FakeMailServer.Start();
        await using var bot = await StartAsync(server, ("Desk:Mail:Password", "wrong"));
        var ana = await bot.WithReviewAsync();
        await ana.PressesAsync(Filed.Send);
        await bot.SettleAsync();
        await ana.SaysAsync($"status {(await bot.RequestAsync()).Key}");
        Assert.Contains("Your administrator has to fix that", ana.Card.Card.InWords(), StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Log.Lines, line => line.Contains("wrong", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_done_any_more_is_not_offered_and_not_claimed()
    {
        await using var server = FakeMailServer.Start();
        await using var bot = await StartAsync(server);
        var ana = await bot.FiledAsync();
        var key = (await bot.RequestAsync()).Key;
        bot.Change = services => services.Remove(services.Single(it => it.ImplementationType == typeof(MailDesk)));
        await bot.RestartAsync();

        await ana.SaysAsync($"status {key}");
        Assert.EndsWith("[Refresh] [Copy]", ana.Card.Card.InWords(), StringComparison.Ordinal);
        foreach (var wish in (string[])["edit", "withdraw"])
        {
            await ana.SaysAsync($"{wish} {key}");
            Assert.Contains("This desk takes no changes from me. Please tell the desk.", ana.Card.Card.InWords(), StringComparison.Ordinal);
        }

        Assert.Equal((RequestState.Filed, 1), ((await bot.RequestAsync()).State, server.Mails.Count));
    }

    [Fact]
    public async Task In_German_too_it_says_what_was_done()
    {
        await using var server = FakeMailServer.Start();
        await using var bot = await StartAsync(server);
        await bot.FiledAsync();
        var request = await bot.RequestAsync() with { Language = "de" };
        var card = bot.Services.GetRequiredService<RequestCards>().Draw(request, Audience.Owner).ToJson().InWords();
        Assert.Contains("Per E-Mail an den Support geschickt", card, StringComparison.Ordinal);
        Assert.Contains("Wie es weitergeht, ist hier nicht zu sehen", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Ticket", card, StringComparison.Ordinal);
        Assert.DoesNotContain("erfahren Sie es hier", card, StringComparison.Ordinal);
    }

    private static async Task<RunningBot> StartAsync(FakeMailServer server, params (string Key, string Value)[] settings)
    {
        (string Key, string Value)[] usual =
            [("Desk:Kind", "Mail"), ("Desk:Mail:WorkedBy", "the night shift"), .. HandoverBench.SettingsOf(server)];
        var bot = await RunningBot.StartAsync([.. usual.ExceptBy(settings.Select(it => it.Key), it => it.Key), .. settings]);
        bot.Change = services => services.AddSingleton(new SmtpClients { Trust = FakeMailServer.Trust });
        await bot.RestartAsync();
        return bot;
    }
}
