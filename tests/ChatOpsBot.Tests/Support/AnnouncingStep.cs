using ChatOpsBot.Application.Recovery.Announcing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ChatOpsBot.Tests.Support;

/// <summary>What the bot does for announcements whenever it comes to it, done now: everything that is due, and no more.</summary>
internal static class AnnouncingStep
{
    /// <returns>False when nothing was to be done.</returns>
    public static async Task<bool> TakeAsync(IServiceProvider services, FakeTimeProvider clock)
    {
        var cancel = TestContext.Current.CancellationToken;
        var lease = services.GetRequiredService<DispatcherLease>();
        if (!await lease.TryTakeAsync(cancel))
            return false;

        var dispatcher = services.GetRequiredService<Dispatcher>();
        using var end = new CancellationTokenSource();
        var writing = services.GetRequiredService<DeliveryResultWriter>().RunAsync(end.Token);
        await services.GetRequiredService<FanOut>().LookAsync(cancel);
        await dispatcher.SettleAsync(lease.Holder!, cancel);
        var worked = await clock.RunUntilDone(dispatcher.StepAsync(lease.Holder!, cancel), stepMilliseconds: 10);
        await end.CancelAsync();
        await writing;
        await lease.GiveBackAsync(cancel);
        return worked;
    }
}
