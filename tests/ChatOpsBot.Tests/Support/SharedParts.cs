using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Tests.Understanding;
using Microsoft.Extensions.DependencyInjection;

namespace ChatOpsBot.Tests.Support;

/// <summary>
/// Parts without state that take a host a second or two to make: one of each serves all hosts of a run. The tests that start the bot as
/// a process of its own have theirs.
/// </summary>
internal static class SharedParts
{
    private static readonly WordsCatalog Words = WordsCatalog.Load();

    public static IServiceCollection AddSharedParts(this IServiceCollection services) =>
        services.AddSingleton(Words).AddSingleton(Listener.Shipped);
}
