using ChatOpsBot.Application.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace ChatOpsBot.Tests.Support;

/// <summary>What the bot learns of names whenever it comes to it, learned now.</summary>
internal static class NamingStep
{
    /// <returns>False when nothing was to be asked.</returns>
    public static async Task<bool> TakeAsync(IServiceProvider services)
    {
        var (naming, cancel) = (services.GetRequiredService<ChannelNaming>(), TestContext.Current.CancellationToken);
        var wanted = await naming.WantedAsync(cancel);
        foreach (var team in wanted)
            await naming.AskAsync(team, cancel);
        return wanted.Count > 0;
    }
}
