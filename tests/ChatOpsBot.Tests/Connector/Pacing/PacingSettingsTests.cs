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
