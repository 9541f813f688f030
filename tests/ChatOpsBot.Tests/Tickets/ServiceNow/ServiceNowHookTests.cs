using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.House;
using ChatOpsBot.Tests.Manifest;

namespace ChatOpsBot.Tests.Tickets.ServiceNow;

/// <summary>The instance's word that a ticket has changed: signed, fresh, and believed in nothing but which ticket to read.</summary>
public sealed class ServiceNowHookTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_word_brings_what_the_ticket_says_and_not_what_the_word_says()
    {
        await using var desk = await ServiceNowBot.StartAsync();
        var ana = await desk.Bot.FiledAsync();
        desk.Bot.Clock.Advance(TimeSpan.FromMinutes(1));
        desk.Instance.Tables.Work(desk.Instance.Tables.Only["sys_id"], "beth", ("state", "2"), ("comments", "On it."));
        Assert.Equal(204, await SendAsync(desk, Body(desk, "7")));

        var ticket = (await desk.Bot.RequestAsync()).Ticket!;
        Assert.Equal((TicketState.InProgress, "On it."), (ticket.State, ticket.Note));
        await desk.Bot.SettleAsync();
        Assert.Single(ana.Texts);
    }

    [Fact]
    public async Task A_ticket_that_is_not_there_any_more_is_marked_so()
    {
        await using var desk = await ServiceNowBot.StartAsync();
        await desk.Bot.FiledAsync();
        var body = Body(desk, "1");
        desk.Instance.Tables.Delete("incident", desk.Instance.Tables.Only["sys_id"]);
        Assert.Equal(204, await SendAsync(desk, body));
        Assert.Equal(TicketState.Gone, (await desk.Bot.RequestAsync()).Ticket!.State);
    }

    [Fact]
    public async Task A_word_that_cannot_be_followed_is_sent_back_and_changes_nothing()
    {
        await using var desk = await ServiceNowBot.StartAsync();
        await desk.Bot.FiledAsync();
        var body = Body(desk, "7");
        Assert.Equal(404, await SendAsync(desk, body.Replace("INC", "CHG", StringComparison.Ordinal)));
        Assert.Equal(404, await SendAsync(desk, body.Replace("c0ffee", "c0ffff", StringComparison.Ordinal)));
        await desk.Instance.GoAwayAsync();
        Assert.Equal(503, await SendAsync(desk, body));
        Assert.Equal(TicketState.New, (await desk.Bot.RequestAsync()).Ticket!.State);
    }

    [Fact]
    public async Task What_is_not_signed_as_it_has_to_be_is_refused_and_nothing_is_read()
    {
        await using var desk = await ServiceNowBot.StartAsync();
        await desk.Bot.FiledAsync();
        var body = Body(desk, "2");
        var calls = desk.Instance.Received.Count;

        Assert.Equal(401, await SendAsync(desk, body, secret: "another secret that is long enough too"));
        Assert.Equal(401, await SendAsync(desk, body, change: request => request.Headers.Remove("X-ChatOpsBot-Signature")));
        Assert.Equal(401, await SendAsync(desk, body, change: request => request.Headers.Remove("X-ChatOpsBot-Time")));
        Assert.Equal(401, await SendAsync(desk, body, change: request => request.Headers.Add("X-ChatOpsBot-Time", "1")));
        Assert.Equal(401, await SendAsync(desk, body, signed: body + " "));
        Assert.Equal(401, await SendAsync(desk, body, change: request =>
        {
            request.Headers.Remove("X-ChatOpsBot-Signature");
            request.Headers.Add("X-ChatOpsBot-Signature", "not Base64");
        }));
        Assert.Equal(403, await SendAsync(desk, body, late: TimeSpan.FromSeconds(301)));
        Assert.Equal(403, await SendAsync(desk, body, late: TimeSpan.FromSeconds(-301)));
        Assert.Equal(400, await SendAsync(desk, "[1, 2]"));
        Assert.Equal(400, await SendAsync(desk, """{"number": "INC0010001"}"""));
        Assert.Equal(413, await SendAsync(desk, new string('x', 9000)));
        Assert.Equal(415, await SendAsync(desk, body, change: request => request.Content!.Headers.ContentType = new("text/plain")));
        Assert.Equal(calls, desk.Instance.Received.Count);
        Assert.Equal(204, await SendAsync(desk, body, late: TimeSpan.FromSeconds(299)));
        Assert.DoesNotContain(desk.Bot.Log.Lines, line => line.Contains(ServiceNowBot.Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_sends_too_often_waits()
    {
        await using var desk = await ServiceNowBot.StartAsync();
        List<int> answers = [];
        for (var sent = 0; sent < 300 && answers.LastOrDefault() != 429; sent++)
            answers.Add(await SendAsync(desk, "{}", secret: "another secret that is long enough too"));
        Assert.Equal(429, answers[^1]);
    }

    [Fact]
    public async Task Without_a_secret_nothing_is_taken()
    {
        await using var desk = await ServiceNowBot.StartAsync(("Desk:ServiceNow:WebhookSecret", ""));
        Assert.Equal(404, await SendAsync(desk, "{}"));
    }

    /// <summary>The rule as it is shipped, run by Node.js with what the platform gives it.</summary>
    [Fact]
    public async Task The_business_rule_sends_what_the_bot_takes()
    {
        NpmPackages.NeedNode();
        await using var desk = await ServiceNowBot.StartAsync();
        await desk.Bot.FiledAsync();
        using var node = Process.Start(new ProcessStartInfo(
            "node",
            [
                NpmPackages.Script("run-business-rule.js"),
                Path.Combine(Repository.Root.FullName, "bot", "Host", "DeskHooks", "servicenow-rule.js"),
                ServiceNowBot.Secret,
                Body(desk, "2"),
            ])
        { RedirectStandardOutput = true })!;
        var sent = JsonNode.Parse(await node.StandardOutput.ReadToEndAsync(Cancel))!;
        await node.WaitForExitAsync(Cancel);

        // Signed by the wall's clock, while the bot's stands still on another day.
        desk.Bot.Clock.AdjustTime(TimeProvider.System.GetUtcNow());
        Assert.Equal(204, await SendAsync(desk, (string)sent["body"]!, change: request =>
        {
            request.Headers.Clear();
            foreach (var (name, value) in sent["headers"]!.AsObject().Where(header => header.Key != "Content-Type"))
                request.Headers.Add(name, (string)value!);
        }));
    }

    private static string Body(ServiceNowBot desk, string state) => JsonSerializer.Serialize(new
    {
        sys_id = desk.Instance.Tables.Only["sys_id"],
        number = desk.Instance.Tables.Only["number"],
        correlation_id = "\u00fc",
        state,
    });

    private static async Task<int> SendAsync(
        ServiceNowBot desk,
        string body,
        string secret = ServiceNowBot.Secret,
        TimeSpan late = default,
        string? signed = null,
        Action<HttpRequestMessage>? change = null)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(desk.Bot.Address, "/api/desk/servicenow"))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        var time = (desk.Bot.Clock.GetUtcNow() - late).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        request.Headers.Add("X-ChatOpsBot-Time", time);
        request.Headers.Add(
            "X-ChatOpsBot-Signature",
            Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}.{signed ?? body}"))));
        change?.Invoke(request);
        using var response = await http.SendAsync(request, Cancel);
        return (int)response.StatusCode;
    }
}
