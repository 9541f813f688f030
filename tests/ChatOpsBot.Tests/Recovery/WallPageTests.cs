using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatOpsBot.Tests.Recovery;

/// <summary>What stands on the page of events.</summary>
public sealed class WallPageTests : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private RunningBot _bot = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _bot = await RunningBot.StartAsync(("Turns:TimeZone", "Europe/Berlin"));

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _bot.DisposeAsync();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public async Task Every_kind_in_every_state_is_drawn_in_every_language(string language)
    {
        var count = 0;
        foreach (var kind in Enum.GetValues<RecoveryKind>())
            foreach (var state in Enum.GetValues<RecoveryState>())
                await KeepAsync(++count, kind, state);

        var page = await PageAsync(language);
        Assert.All(Enumerable.Range(1, count), number => Assert.Contains($">DR-{number}<", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Times_are_those_of_home_with_UTC_beside()
    {
        await SampleWall.DeclareAsync(_bot);
        var page = await PageAsync("en");
        Assert.Contains("since 09:00 (08:00 UTC)", page, StringComparison.Ordinal);
        Assert.Contains("Next update by 09:20 (08:20 UTC)", page, StringComparison.Ordinal);
        Assert.Contains("data-zone=\"Europe/Berlin\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_over_stays_for_a_day()
    {
        await KeepAsync(1, RecoveryKind.Drill, RecoveryState.Cancelled);
        Assert.Contains(">DR-1<", await PageAsync("en"), StringComparison.Ordinal);
        _bot.Clock.Advance(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1));
        Assert.DoesNotContain(">DR-1<", await PageAsync("en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_counts_what_channels_have_got_and_names_those_that_have_not()
    {
        var drEvent = await SampleWall.DeclareAsync(_bot);
        await using (var db = await OpenAsync())
        {
            await new RecoveryStore(db).PutAsync(drEvent.Announce(_bot.Clock.GetUtcNow(), new()), null, _bot.Clock.GetUtcNow(), Cancel);
            db.Channels.Add(
                new()
                {
                    Id = "a",
                    TeamName = "Payroll <team>",
                    Name = "General",
                    ChangedAt = _bot.Clock.GetUtcNow(),
                });
            db.Deliveries.Add(
                new()
                {
                    EventId = drEvent.Id,
                    ChannelId = "a",
                    State = DeliveryState.Failed,
                    Fault = "MessageWritesBlocked",
                });
            db.Deliveries.Add(
                new()
                {
                    EventId = drEvent.Id,
                    ChannelId = "b",
                    State = DeliveryState.Sent,
                    Due = _bot.Clock.GetUtcNow(),
                });
            for (var at = 0; at < 20; at++)
                db.Deliveries.Add(new() { EventId = drEvent.Id, ChannelId = $"unknown{at}", State = DeliveryState.Failed, Fault = "Gone" });
            await db.SaveChangesAsync(Cancel);
        }

        var page = await PageAsync("en");
        Assert.Contains("<b>21</b> failed", page, StringComparison.Ordinal);
        Assert.Contains("<b>1 / 22</b> reached", page, StringComparison.Ordinal);
        Assert.Contains("1 of them are still waiting for the latest update.", page, StringComparison.Ordinal);
        Assert.Contains("9 more failed.", page, StringComparison.Ordinal);
        Assert.Contains("unknown0", page, StringComparison.Ordinal);
    }

    private async Task KeepAsync(int number, RecoveryKind kind, RecoveryState state)
    {
        await using var db = await OpenAsync();
        var at = _bot.Clock.GetUtcNow();
        await new RecoveryStore(db).PutAsync(
            new RecoveryEvent
            {
                Id = Guid.NewGuid(),
                Number = number,
                Kind = kind,
                Systems = [new($"LPAR{number}", null)],
                DeclaredBy = new("aad-ana", "Ana"),
                DeclaredAt = at,
                State = state,
                AnnouncedAt = number % 2 == 0 ? at : null,
                Timeline =
                [
                    new(TimelineKind.Declared, at, null, RecoveryState.Declared, "why"),
                    new(TimelineKind.Step, at, new("x", "Eva"), state, null),
                    new(TimelineKind.Correction, at, null, state, "not so") { Corrects = 0 },
                ],
                NextUpdate = RecoverySteps.IsOver(state) ? null : at,
                IsOverdue = number % 3 == 0,
            },
            null,
            at,
            Cancel);
        await db.SaveChangesAsync(Cancel);
    }

    private Task<BotDb> OpenAsync() => _bot.Services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(Cancel);

    private async Task<string> PageAsync(string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_bot.Address, "/events"));
        request.Headers.TryAddWithoutValidation("Accept-Language", language);
        using var answer = await _http.SendAsync(request, Cancel);
        Assert.Equal(200, (int)answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }
}
