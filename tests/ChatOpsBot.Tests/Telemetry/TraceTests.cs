using System.Diagnostics;
using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Application.Recovery.Announcing;
using ChatOpsBot.Application.Telemetry;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Storage.Outbox;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Recovery;
using ChatOpsBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace ChatOpsBot.Tests.Telemetry;

/// <summary>One trace shows a subject from the activity that came in to the last message that went out because of it.</summary>
[Collection(OneByOne.Name)]
public sealed class TraceTests
{
    [Fact]
    public async Task One_trace_leads_from_the_press_to_the_ticket_and_on_to_the_message_that_tells_of_it()
    {
        await using var watched = await WatchedBot.StartAsync();
        var bot = watched.Bot;
        var ana = await bot.WithReviewAsync();
        bot.Desk.IsDown = true;
        await ana.PressesAsync(Filed.Send);
        await bot.SettleAsync();
        bot.Desk.IsDown = false;
        bot.Clock.Advance(TimeSpan.FromMinutes(10));
        await bot.SettleAsync();

        Assert.Single(await bot.TicketsAsync());
        var trace = await watched.TraceOfTurnAsync("saved");
        Assert.Equal("POST /api/messages", trace[0].DisplayName);
        Assert.Subset(
            trace.Select(span => span.DisplayName).ToHashSet(),
            new HashSet<string>
            {
                "POST /api/messages",
                "turn",
                "topic",
                "commit",
                "outbox open-ticket",
                "desk open",
                "outbox redraw",
                "outbox tell",
                "update teams",
                "post teams",
            });
        Assert.Equal(2, trace.Count(span => span.DisplayName == "outbox open-ticket"));
        var key = (await bot.RequestAsync()).Key;
        Assert.Equal(key, trace.Single(span => span.DisplayName == "commit").GetTagItem("chatopsbot.subjects"));
        AssertIsTree(trace);
    }

    [Fact]
    public async Task One_trace_leads_from_the_declaration_to_what_channels_get()
    {
        await using var watched = await WatchedBot.StartAsync();
        using var sender = new ReportSender(watched.Bot);
        await WithChannelsAsync(sender, 3);
        await sender.ReportAsync("declare", """{"kind":"unplanned-failover","systems":[{"primary":"LPAR1","drSide":"LPAR1DR"}]}""");
        await sender.PersonStepsAsync(Domain.Recovery.RecoveryState.Approved);
        await watched.Bot.SettleAsync();
        await sender.ReportAsync("update", """{"event":"DR-1","text":"Replication is stopped."}""");
        await watched.Bot.SettleAsync();

        var trace = await ReportOfUpdateAsync(watched.Spans);
        Assert.Equal("POST /api/dr-events", trace[0].DisplayName);
        Assert.Equal(6, trace.Count(span => span.OperationName == "announce"));
        Assert.Contains(trace, span => span.OperationName == "spread" && (string?)span.GetTagItem("chatopsbot.event.key") == "DR-1");
        Assert.Equal(3, trace.Count(span => span.DisplayName == "update teams"));
        AssertIsTree(trace);
    }

    [Fact]
    public async Task A_thousand_channels_leave_the_trace_readable()
    {
        await using var watched = await WatchedBot.StartAsync();
        using var sender = new ReportSender(watched.Bot);
        await WithChannelsAsync(sender, 40);
        await sender.ReportAsync("declare", """{"kind":"unplanned-failover","systems":[{"primary":"LPAR1"}]}""");
        await sender.PersonStepsAsync(Domain.Recovery.RecoveryState.Approved);
        await watched.Bot.SettleAsync();
        Assert.Equal(200, (await sender.ReportAsync("update", """{"event":"DR-1","text":"Replication is stopped."}""")).Status);
        await watched.Bot.SettleAsync();

        var report = await ReportOfUpdateAsync(watched.Spans);
        Assert.Equal(10, report.Count(span => span.OperationName == "announce"));
        Assert.Equal(40, watched.Bot.Teams.Messages.Count(message => message.Updates > 0));
    }

    [Fact]
    public void Deliveries_beyond_the_first_few_have_traces_of_their_own_linked_to_the_first()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == BotTracing.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(listener);
        var drEvent = FakeAudience.Declare(DateTimeOffset.UnixEpoch);
        var row = new ChatOpsBot.Storage.Recovery.Delivery { EventId = drEvent.Id, ChannelId = "19:1", Doing = DeliveryStep.Post };
        var made = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded);
        var task = new DeliveryTask(row, drEvent, null, null) { Trace = $"00-{made.TraceId}-{made.SpanId}-01" };
        var traces = new DeliveryTraces();

        var spans = Enumerable.Range(0, 15).Select(_ =>
        {
            using var span = traces.Begin(task);
            return span!;
        }).ToList();
        Assert.All(spans.Take(10), span => Assert.Equal((made.TraceId, made.SpanId), (span.TraceId, span.ParentSpanId)));
        Assert.All(spans.Skip(10), span => Assert.Equal(made.TraceId, Assert.Single(span.Links).Context.TraceId));
        Assert.Equal(5, spans.Skip(10).Select(span => span.TraceId).Except([made.TraceId]).Count());
    }

    [Fact]
    public async Task A_topic_that_fails_marks_the_turn_with_the_reference_that_its_person_is_told()
    {
        await using var watched = await WatchedBot.StartAsync();
        await watched.Bot.DeliverAsync(ActivityJson.Message("break, please"));

        var turn = (await watched.TraceOfTurnAsync("failed")).Single(span => span.OperationName == "turn");
        var reference = (string)turn.GetTagItem("chatopsbot.reference")!;
        Assert.Contains(reference, Assert.Single(watched.Bot.Teams.Messages).Text, StringComparison.Ordinal);
        Assert.Equal((ActivityStatusCode.Error, "InvalidOperationException"), (turn.Status, turn.GetTagItem("error.type")));
        Assert.Contains(reference, turn.StatusDescription, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_calls_decides_neither_the_trace_nor_whether_it_is_kept()
    {
        const string Theirs = "4bf92f3577b34da6a3ce929d0e0e4736";
        await using var watched = await WatchedBot.StartAsync();
        using var sender = new ReportSender(watched.Bot);
        await sender.SendAsync(
            ReportSender.Event("n1", "declare", ReportSender.Data("""{"kind":"drill","systems":[{"primary":"LPAR1"}]}""")).ToJsonString(),
            "application/cloudevents+json",
            ("traceparent", $"00-{Theirs}-00f067aa0ba902b7-00"), ("baggage", "a=b"));

        await watched.Spans.EndedAsync(span => span.DisplayName == "POST /api/dr-events");
        Assert.DoesNotContain(watched.Spans.All, span => $"{span.TraceId}" == Theirs);
    }

    [Fact]
    public async Task What_is_to_be_done_knows_its_trace_though_nobody_traces()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = await bot.WithReviewAsync();
        bot.Desk.IsDown = true;
        await ana.PressesAsync(Filed.Send);
        bot.Clock.Advance(TimeSpan.FromMinutes(10));
        var claimed = await bot.ReadAsync(db =>
            new OutboxStore(db).ClaimAsync("test", bot.Clock.GetUtcNow(), TimeSpan.FromMinutes(1), 1, TestContext.Current.CancellationToken));
        Assert.Matches("^00-[0-9a-f]{32}-[0-9a-f]{16}-00$", Assert.Single(claimed).Trace);
    }

    [Fact]
    public async Task Where_nobody_is_to_be_told_nothing_is_recorded_or_asked()
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.FiledAsync();
        Assert.Null(bot.Services.GetService<TracerProvider>());
        Assert.Null(bot.Services.GetService<MeterProvider>());
        using (var span = OutboxTracing.Begin(new(1, new OutboxMessage.Redraw(Guid.NewGuid()), 0, default) { FirstDue = default }))
            Assert.False(span.Source.HasListeners() || span.Recorded);
        Assert.DoesNotContain(bot.Services.GetServices<IHostedService>(), it => it.GetType().Name == "BacklogWatch");
    }

    private static Task<bool> WithChannelsAsync(ReportSender sender, int count) => sender.AskAsync(async db =>
    {
        await FakeAudience.AddAsync(db, sender.Bot.Teams.ServiceUrl, count, sender.Bot.Clock.GetUtcNow());
        return true;
    });

    // The trace of the report whose update was announced; deliveries beyond the first few have traces of their own.
    private static async Task<IReadOnlyList<Activity>> ReportOfUpdateAsync(SpanLog spans) =>
        await spans.TraceAsync(await spans.EndedAsync(report =>
            report.DisplayName == "POST /api/dr-events" && spans.All.Any(span =>
                span.TraceId == report.TraceId && (string?)span.GetTagItem("chatopsbot.step") == "Update")));

    // Every span but the first stands below another one of the same trace.
    private static void AssertIsTree(IReadOnlyList<Activity> trace)
    {
        var ids = trace.Select(span => span.SpanId).ToHashSet();
        Assert.All(trace.Where(span => span.ParentSpanId != default), span => Assert.Contains(span.ParentSpanId, ids));
        Assert.Single(trace, span => span.ParentSpanId == default);
    }
}
