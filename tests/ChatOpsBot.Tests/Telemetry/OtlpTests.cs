using System.Collections.Concurrent;
using System.Text;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace ChatOpsBot.Tests.Telemetry;

/// <summary>What is sent by OTLP arrives at a collector, all three kinds of it.</summary>
[Collection(OneByOne.Name)]
public sealed class OtlpTests
{
    [Fact]
    public async Task A_collector_gets_traces_metrics_and_log_lines_and_nothing_that_was_said()
    {
        var arrived = new ConcurrentDictionary<string, string>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var collector = builder.Build();
        collector.Run(async http =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            arrived.AddOrUpdate(
                http.Request.Path,
                _ => Encoding.UTF8.GetString(body.ToArray()),
                (_, before) => before + Encoding.UTF8.GetString(body.ToArray()));
            http.Response.ContentType = "application/x-protobuf";
        });
        await collector.StartAsync(TestContext.Current.CancellationToken);

        await using (
            var bot = await RunningBot.StartAsync(
                ("Telemetry:OtlpEndpoint", collector.Urls.First()), ("Telemetry:OtlpProtocol", "HttpProtobuf")))
        {
            await bot.DeliverAsync(ActivityJson.Message("break, please"));
            await bot.StopAsync();
        }

        Assert.Contains("chatopsbot.reference", arrived["/v1/traces"], StringComparison.Ordinal);
        Assert.Contains("chatopsbot.turns", arrived["/v1/metrics"], StringComparison.Ordinal);
        Assert.Contains("failed.", arrived["/v1/logs"], StringComparison.Ordinal);
        Assert.All(arrived.Values, text => Assert.DoesNotContain("break, please", text, StringComparison.Ordinal));
    }
}
