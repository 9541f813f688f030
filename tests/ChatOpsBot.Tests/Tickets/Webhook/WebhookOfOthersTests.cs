using System.Diagnostics;
using System.Text.RegularExpressions;
using ChatOpsBot.Application.Desks;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.House;
using ChatOpsBot.Tests.Manifest;
using ChatOpsBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ChatOpsBot.Tests.Tickets.Webhook;

/// <summary>
/// The examples as they are shipped, with the signatures of others: the receiver verifies with npm <c>standardwebhooks</c>, the command of
/// OPERATE.md signs with OpenSSL.
/// </summary>
public sealed partial class WebhookOfOthersTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_example_receiver_takes_requests_once_and_numbers_them()
    {
        NpmPackages.NeedNode();
        var packages = Directory.GetParent(NpmPackages.File("standardwebhooks", ""))!.FullName;
        using var node = Start(
            "node",
            [Path.Combine(Repository.Root.FullName, "bot", "Host", "DeskHooks", "webhook-receiver.js")],
            ("NODE_PATH", packages), ("SECRET", FakeReceiver.Secret), ("PORT", "0"));
        try
        {
            var port = (await node.StandardOutput.ReadLineAsync(Cancel))!.Split(' ')[1];
            await using var desk = await WebhookBot.StartAsync(("Desk:Webhook:Url", $"http://127.0.0.1:{port}/"));
            // The receiver goes by the wall's clock.
            desk.Bot.Clock.AdjustTime(TimeProvider.System.GetUtcNow());
            var ana = await desk.Bot.FiledAsync();
            var request = await desk.Bot.RequestAsync();
            Assert.Equal("OPS-1", request.Ticket!.Number);
            Assert.Contains("Ticket OPS-1: handed over to the desk", ana.Answer.InWords(), StringComparison.Ordinal);
            var measured = desk.Bot.Services.GetRequiredService<MeasuredDesk>();
            var log = new DeskFile($"{request.Key}-1-job.log", "text/plain", "CPF9898"u8.ToArray());
            Assert.IsType<DeskAnswer.Done>(await measured.AttachAsync(request.Ticket, log, Cancel));
            await ana.SaysAsync($"withdraw {request.Key}");
            await desk.Bot.SettleAsync();

            Assert.StartsWith($"com.chatopsbot.request.opened {{\"key\":\"{request.Key}\"", await node.StandardOutput.ReadLineAsync(Cancel), StringComparison.Ordinal);
            var line = (await node.StandardOutput.ReadLineAsync(Cancel))!;
            Assert.StartsWith(
                $"com.chatopsbot.request.file {{\"key\":\"{request.Key}\",\"number\":\"OPS-1\",\"file\":{{\"name\":\"{log.Name}\"",
                line,
                StringComparison.Ordinal);
            Assert.DoesNotContain("content\"", line, StringComparison.Ordinal);
            Assert.Equal(
                $"com.chatopsbot.request.withdrawn {{\"key\":\"{request.Key}\",\"number\":\"OPS-1\"}}", await node.StandardOutput.ReadLineAsync(Cancel));
        }
        finally
        {
            node.Kill();
        }
    }

    [Fact]
    public async Task The_command_of_the_manual_tells_what_became_of_a_request()
    {
        NpmPackages.Need("sh", "openssl", "curl");
        await using var desk = await WebhookBot.StartAsync();
        var ana = await desk.Bot.FiledAsync();
        desk.Bot.Clock.AdjustTime(TimeProvider.System.GetUtcNow());
        var command = Command().Match(Repository.Read("bot/Host/OPERATE.md").ReplaceLineEndings("\n")).Groups[1].Value
            .Replace("SECRET=whsec_...", $"SECRET={FakeReceiver.Secret}", StringComparison.Ordinal)
            .Replace("https://bot.example.com", desk.Bot.Address.ToString().TrimEnd('/'), StringComparison.Ordinal)
            .Replace("RST-7K3QZC", (await desk.Bot.RequestAsync()).Key, StringComparison.Ordinal);
        using var shell = Start("sh", ["-c", command], ("NO_PROXY", "127.0.0.1"));
        Assert.StartsWith("HTTP/1.1 204", await shell.StandardOutput.ReadToEndAsync(Cancel), StringComparison.Ordinal);

        await desk.Bot.SettleAsync();
        var ticket = (await desk.Bot.RequestAsync()).Ticket!;
        Assert.Equal(("OPS-12", TicketState.InProgress, "On it."), (ticket.Number, ticket.State, ticket.Note));
        Assert.EndsWith("the desk is working on ticket OPS-12. The desk says: On it.", ana.Texts[^1], StringComparison.Ordinal);
    }

    private static Process Start(string program, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    [GeneratedRegex(@"```sh\n(SECRET=.*?)```", RegexOptions.Singleline)]
    private static partial Regex Command();
}
