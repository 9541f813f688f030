using System.Text.Json.Nodes;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Sandbox.ServiceNow;
using ChatOpsBot.Tests.Support;
using static ChatOpsBot.Tests.Tickets.HandedOver.HandoverBench;

namespace ChatOpsBot.Tests.Tickets.Webhook;

/// <summary>Files that are handed over to a program.</summary>
public sealed class WebhookFileTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_a_signed_event_with_its_content()
    {
        await using var receiver = await FakeReceiver.StartAsync();
        await using var bench = await StartAsync(receiver);
        receiver.Says = _ => """{"number": "OPS-12"}""";
        var ticket = await bench.FiledAsync();
        Assert.Equal(ticket, Done(await bench.Desk.AttachAsync(ticket, JobLog, Cancel)));

        var call = receiver.Received[^1];
        Assert.True(call.IsSignedWith(FakeReceiver.Secret));
        Assert.Equal("RST-7K3QZ9-file-1-job-log", call.Header("webhook-id"));
        Assert.Equal(
            """{"specversion":"1.0","id":"RST-7K3QZ9-file-1-job-log","source":"/chatopsbot","type":"com.chatopsbot.request.file","subject":"RST-7K3QZ9","time":"2026-11-23T08:30:00Z","datacontenttype":"application/json","data":{"key":"RST-7K3QZ9","number":"OPS-12","file":{"name":"RST-7K3QZ9-1-job.log","contentType":"text/plain","size":18,"sha256":"1ca935dd9f9aa47bc7dee7ff5d889dc20d7a012ff1eca0f92a664542ffa02d1f","content":"Q1BGOTg5OCBpbiBQUk9ETElC"}}}""",
            call.Body);
    }

    [Fact]
    public async Task Any_bytes_come_as_they_are()
    {
        await using var receiver = await FakeReceiver.StartAsync();
        await using var bench = await StartAsync(receiver);
        var ticket = await bench.FiledAsync();
        var bytes = Enumerable.Range(0, 1_000_000).Select(at => (byte)(at * 31 / 7)).ToArray();
        Done(await bench.Desk.AttachAsync(ticket, JobLog with { Content = bytes, ContentType = "application/zip" }, Cancel));
        Assert.Equal(bytes, Convert.FromBase64String((string)FileOf(receiver.Taken[^1])["content"]!));
    }

    [Fact]
    public async Task What_is_sent_again_has_the_same_id_and_is_taken_once()
    {
        await using var receiver = await FakeReceiver.StartAsync();
        await using var bench = await StartAsync(receiver);
        var ticket = await bench.FiledAsync();
        receiver.Next(FakeFault.DropAfterAccepting());
        Assert.True(Later(await bench.Desk.AttachAsync(ticket, JobLog, Cancel)).IsOutcomeUnknown);
        Done(await bench.Desk.AttachAsync(ticket, JobLog with { MayBeThere = true }, Cancel));
        Done(await bench.Desk.AttachAsync(ticket, JobLog, Cancel));
        Done(await bench.Desk.AttachAsync(ticket, JobLog with { Name = "RST-7K3QZ9-2-job.log" }, Cancel));
        Assert.Equal(["RST-7K3QZ9-file-1-job-log", "RST-7K3QZ9-file-2-job-log"], receiver.Taken.Skip(1).Select(it => (string)it["id"]!));
    }

    [Theory]
    [InlineData(422, """{"detail": "No archives, please."}""", "No archives, please.")]
    [InlineData(413, "", "The receiver takes no file of that size: RST-7K3QZ9-1-job.log has 18 bytes.")]
    public async Task A_refusal_is_told_in_words(int status, string body, string said)
    {
        await using var receiver = await FakeReceiver.StartAsync();
        await using var bench = await StartAsync(receiver);
        var ticket = await bench.FiledAsync();
        receiver.Next(FakeServiceNowFault.Body(body, status));
        Assert.Equal(said, Assert.IsType<DeskAnswer.Refused>(await bench.Desk.AttachAsync(ticket, JobLog, Cancel)).Reason);
    }

    [Fact]
    public async Task A_request_that_is_too_large_is_still_for_the_administrator()
    {
        await using var receiver = await FakeReceiver.StartAsync();
        await using var bench = await StartAsync(receiver);
        receiver.Next(FakeFault.Refuse(413));
        Assert.True(Later(await bench.Desk.OpenAsync(Restore, Cancel)).NeedsOperator);
    }

    [Fact]
    public async Task Later_is_when_the_receiver_says_and_a_wrong_secret_is_for_the_operator()
    {
        await using var receiver = await FakeReceiver.StartAsync();
        await using var bench = await StartAsync(receiver);
        var ticket = await bench.FiledAsync();
        receiver.Next(FakeFault.Throttle("50"));
        Assert.Equal(TimeSpan.FromSeconds(50), Later(await bench.Desk.AttachAsync(ticket, JobLog, Cancel)).After);
        receiver.Next(FakeFault.Refuse(401));
        Assert.True(Later(await bench.Desk.AttachAsync(ticket, JobLog, Cancel)).NeedsOperator);
    }

    private static JsonNode FileOf(JsonNode said) => said["data"]!["file"]!;

    private static DeskAnswer.NotNow Later(DeskAnswer answer) => Assert.IsType<DeskAnswer.NotNow>(answer);
}
