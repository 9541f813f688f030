using System.ComponentModel.DataAnnotations;
using ChatOpsBot.Application.Desks.Mail;
using ChatOpsBot.Application.Desks.Webhook;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Support;
using static ChatOpsBot.Tests.Tickets.HandedOver.HandoverBench;

namespace ChatOpsBot.Tests.Tickets.HandedOver;

/// <summary>What <c>doctor</c> says of a receiver and of a mail server, and which settings are refused.</summary>
public sealed class HandoverCheckTests
{
    private static readonly Dictionary<string, IValidatableObject> Wrong = new()
    {
        ["Desk:Webhook:Url is required"] = new WebhookOptions { Secret = FakeReceiver.Secret },
        ["Desk:Webhook:Url is not an address"] = Webhook with { Url = "tickets" },
        ["Desk:Webhook:Url must begin with https"] = Webhook with { Url = "http://tickets.example.com/" },
        ["Desk:Webhook:Url must have no user name"] = Webhook with { Url = "https://a:b@tickets.example.com/" },
        ["Desk:Webhook:Secret must be whsec_"] = Webhook with { Secret = "whsec_c2hvcnQ=" },
        ["Desk:Webhook:Secret must be"] = Webhook with { Secret = null },
        ["Desk:Webhook:CallbackSecret must be"] = Webhook with { CallbackSecret = "a secret that is no Base64" },
        ["Desk:Webhook:Source must be"] = Webhook with { Source = "" },
        ["Desk:Mail:Host is required"] = new MailOptions { To = "desk@example.com" },
        ["Desk:Mail:Host is 'a b'"] = Mail with { Host = "a b" },
        ["Desk:Mail:From must be"] = Mail with { From = "the bot" },
        ["Desk:Mail:To must be"] = Mail with { To = "desk@example.com, the night shift" },
        ["Desk:Mail:User and Desk:Mail:Password belong together"] = Mail with { User = "bot" },
        ["Desk:Mail:Security must be StartTls or Tls"] = Mail with { Security = MailSecurity.None },
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static WebhookOptions Webhook => new() { Url = "https://tickets.example.com/requests?code=1", Secret = FakeReceiver.Secret };

    private static MailOptions Mail => new() { Host = "smtp.example.com", From = "Bot <bot@example.com>", To = "desk@example.com" };

    public static TheoryData<string> Faults => [.. Wrong.Keys];

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_wrong_setting_is_named(string fault) =>
        Assert.Contains(Problems(Wrong[fault]), problem => problem.StartsWith(fault, StringComparison.Ordinal));

    [Fact]
    public void Right_settings_have_no_faults()
    {
        Assert.Empty(Problems(Webhook with { CallbackSecret = $"{FakeReceiver.Secret} AAECAwQFBgcICQoLDA0ODxAREhMUFRYX" }));
        Assert.Empty(Problems(Webhook with { Url = "http://127.0.0.1:8080/" }));
        Assert.Empty(Problems(Mail with { Host = "localhost", Security = MailSecurity.None }));
        Assert.Empty(Problems(new WebhookOptions()));
        Assert.Empty(Problems(new MailOptions()));
    }

    [Fact]
    public void Nothing_that_is_written_down_has_a_secret_in_it()
    {
        Assert.DoesNotContain("whsec", $"{Webhook}", StringComparison.Ordinal);
        Assert.DoesNotContain("code=1", $"{Webhook}", StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", $"{Mail with { User = "bot", Password = "geheim" }}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receiver_is_asked_whether_it_is_there_and_gets_no_event()
    {
        await using var receiver = await FakeReceiver.StartAsync();
        await using var bench = await StartAsync(receiver);
        Assert.All(await bench.Desk.CheckAsync(Cancel), check => Assert.True(check.IsGood, check.Text));
        Assert.Equal("OPTIONS", Assert.Single(receiver.Received).Method);

        receiver.Next(FakeFault.Redirect(301, "https://elsewhere.example/"));
        Assert.Contains("it sends the bot elsewhere", Bad(await bench.Desk.CheckAsync(Cancel)), StringComparison.Ordinal);
        receiver.Next(FakeFault.Refuse(502));
        Assert.Contains("HTTP 502", Bad(await bench.Desk.CheckAsync(Cancel)), StringComparison.Ordinal);
        receiver.Next(FakeFault.Hang());
        Assert.Contains("no answer within", Bad(await bench.PatientlyAsync(bench.Desk.CheckAsync(Cancel))), StringComparison.Ordinal);
        await receiver.GoAwayAsync();
        Assert.Contains("it is not reached", Bad(await bench.Desk.CheckAsync(Cancel)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_server_is_asked_whether_it_lets_the_bot_in_and_gets_no_mail()
    {
        await using var server = FakeMailServer.Start();
        await using var bench = await StartAsync(server);
        Assert.All(await bench.Desk.CheckAsync(Cancel), check => Assert.True(check.IsGood, check.Text));
        Assert.Contains("NOOP", server.Said);
        Assert.DoesNotContain(server.Said, line => line.StartsWith("MAIL", StringComparison.Ordinal));

        server.Next("AUTH", MailFault.Refuse(535));
        Assert.Contains("User and Password", Bad(await bench.Desk.CheckAsync(Cancel)), StringComparison.Ordinal);
        server.Next("GREETING", MailFault.Hang());
        Assert.Contains("no answer within", Bad(await bench.PatientlyAsync(bench.Desk.CheckAsync(Cancel))), StringComparison.Ordinal);
        bench.IsTrusting = false;
        Assert.Contains("certificate", Bad(await bench.Desk.CheckAsync(Cancel)), StringComparison.Ordinal);
        Assert.Empty(server.Mails);
    }

    [Fact]
    public async Task Doctor_says_how_both_are()
    {
        await using var receiver = await FakeReceiver.StartAsync();
        await using var server = FakeMailServer.Start();
        var (_, output, _) = await BotProcess.RunAsync(
            ["--dev", "doctor"],
            "",
            [
                ("Desk__Kind", "Webhook"),
                ("Desk__Webhook__Url", $"{receiver.Address}?code=4711"),
                ("Desk__Webhook__Secret", FakeReceiver.Secret),
                .. SettingsOf(server).Select(it => (it.Key.Replace(":", "__", StringComparison.Ordinal), it.Value)),
            ]);
        Assert.Contains("webhook at 127.0.0.1: it answers (HTTP 405 to OPTIONS)", output, StringComparison.Ordinal);
        Assert.Contains("webhook at 127.0.0.1: nothing comes back", output, StringComparison.Ordinal);
        // Its certificate is its own.
        Assert.Contains("the mail server would not take a mail", output, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", output, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeMailServer.Password, output, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Problems(IValidatableObject options) =>
        options.Validate(new(options)).Select(problem => problem.ErrorMessage!);

    private static string Bad(IReadOnlyList<DeskCheck> checks) => Assert.Single(checks, check => !check.IsGood).Text;
}
