using ChatOpsBot.Tests.Host;

namespace ChatOpsBot.Tests.Recovery;

/// <summary>A bot that several tests share, with one drill reported to it.</summary>
public sealed class ReportedDrill : IAsyncLifetime
{
    private RunningBot _bot = null!;

    internal ReportSender Sender { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await RunningBot.StartAsync(("Recovery:ReportsPerMinute", "1000000"));
        Sender = new ReportSender(_bot);
        await Sender.ReportAsync("declare", """{"kind": "drill", "systems": [{"primary": "LPAR1"}]}""");
    }

    public async ValueTask DisposeAsync()
    {
        Sender.Dispose();
        await _bot.DisposeAsync();
    }
}
