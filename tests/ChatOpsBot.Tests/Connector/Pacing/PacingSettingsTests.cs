using ChatOpsBot.Connector.Outgoing.Pacing;
using ChatOpsBot.Connector.Schema;
using ChatOpsBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Tests.Connector.Pacing;

public sealed class PacingSettingsTests
{
    [Fact]
    public async Task Faults_are_told_all_at_once_at_the_start()
    {
        await using var app = WiredBot.Build("Production", new Dictionary<string, string?>(WiredBot.Registration())
        {
            ["Pacing:TenantCallsPerSecond"] = "10",
            ["Pacing:TenantReserve"] = "10",
            ["Pacing:ThreadCallsIn1Second"] = "0",
            ["Pacing:Margin"] = "00:01:00",
            ["Pacing:FirstPause"] = "00:00:00",
            ["Pacing:LongestPause"] = "02:00:00",
        });

        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync(TestContext.Current.CancellationToken));

        string[] keys = ["TenantReserve", "ThreadCallsIn1Second", "Margin", "FirstPause", "LongestPause"];
        Assert.All(keys, key => Assert.Contains(fault.Failures, it => it.StartsWith($"Pacing:{key} ", StringComparison.Ordinal)));
        Assert.Equal(keys.Length, fault.Failures.Count());
    }

    [Fact]
    public async Task What_is_just_allowed_is_and_what_is_just_not_is_not()
    {
        await using var app = WiredBot.Build("Production", WiredBot.Registration());
        var rules = app.Services.GetServices<IValidateOptions<PacingOptions>>().ToList();
        var usual = new PacingOptions();
        var (second, hour) = (TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        PacingOptions[] right =
        [
            usual,
            usual with { TenantCallsPerSecond = 10_000 }, usual with { TenantCallsPerSecond = 1, TenantReserve = 0 },
            usual with { ThreadCallsIn1Second = 1 }, usual with { ThreadCallsIn2Seconds = 10_000 },
            usual with { TenantReserve = 0 }, usual with { TenantReserve = 49 },
            usual with { Margin = TimeSpan.Zero }, usual with { Margin = second },
            usual with { FirstPause = usual.LongestPause }, usual with { LongestPause = hour },
        ];
        (string Key, PacingOptions Options)[] wrong =
        [
            ("TenantCallsPerSecond must be from 1 to 10000.", usual with { TenantCallsPerSecond = 10_001 }),
            ("ThreadCallsIn1Second must be from 1 to 10000.", usual with { ThreadCallsIn1Second = 0 }),
            ("ThreadCallsIn2Seconds must be from 1 to 10000.", usual with { ThreadCallsIn2Seconds = 0 }),
            ("ThreadCallsIn30Seconds must be from 1 to 10000.", usual with { ThreadCallsIn30Seconds = -1 }),
            ("ThreadCallsInOneHour must be from 1 to 10000.", usual with { ThreadCallsInOneHour = 0 }),
            ("TenantReserve must be at least 0 and less than Pacing:TenantCallsPerSecond.", usual with { TenantReserve = -1 }),
            ("TenantReserve must be at least 0 and less than Pacing:TenantCallsPerSecond.", usual with { TenantReserve = 50 }),
            ("Margin must be from 0 to 1 second.", usual with { Margin = TimeSpan.FromTicks(-1) }),
            ("Margin must be from 0 to 1 second.", usual with { Margin = second + TimeSpan.FromTicks(1) }),
            ("FirstPause must be more than 0.", usual with { FirstPause = TimeSpan.Zero }),
            (
                "LongestPause must be at least Pacing:FirstPause and at most one hour.",
                usual with { FirstPause = usual.LongestPause + TimeSpan.FromTicks(1) }),
            (
                "LongestPause must be at least Pacing:FirstPause and at most one hour.",
                usual with { LongestPause = hour + TimeSpan.FromTicks(1) }),
        ];

        Assert.All(right, options => Assert.Empty(Faults(options)));
        Assert.All(wrong, it => Assert.Equal([$"Pacing:{it.Key}"], Faults(it.Options)));

        IEnumerable<string> Faults(PacingOptions options) =>
            rules.Select(rule => rule.Validate(null, options)).SelectMany(result => result.Failures ?? []);
    }

    [Fact]
    public async Task The_settings_are_what_is_kept()
    {
        await using var app = WiredBot.Build("Production", new Dictionary<string, string?>(WiredBot.Registration())
        {
            ["Pacing:ThreadCallsIn1Second"] = "2",
        });
        var pace = app.Services.GetRequiredService<OutgoingPace>();
        for (var call = 0; call < 2; call++)
            await pace.WaitAsync(PacedRun.Place(1), Urgency.Answer, TestContext.Current.CancellationToken);

        Assert.NotEqual(TimeSpan.Zero, pace.HeldFor(PacedRun.Place(1)));
    }

    [Fact]
    public void All_threads_of_a_channel_share_its_limits()
    {
        var thread = new ConversationReference
        {
            ServiceUrl = ActivityJson.ServiceUrl,
            ConversationId = "19:ops@thread.tacv2;messageid=17",
            TenantId = "t",
        };

        Assert.Equal(PacedPlace.New(thread, "19:ops@thread.tacv2"), PacedPlace.Of(thread));
    }
}
