using ChatOpsBot.Application.LanguageModel;
using ChatOpsBot.Application.Pages;
using ChatOpsBot.Application.Turns;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Host.CommandLine;

/// <summary>The bot's understanding and topics without Teams, web host or database: for the commands that answer in the terminal.</summary>
internal sealed class OfflineBot : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private OfflineBot(ServiceProvider services) => _services = services;

    public TurnMaker Turns => _services.GetRequiredService<TurnMaker>();

    public Dispatcher Dispatcher => _services.GetRequiredService<Dispatcher>();

    public SentenceReader Sentences => _services.GetRequiredService<SentenceReader>();

    public Questions Questions => new(Turns, Dispatcher, _services.GetRequiredService<Adviser>());

    /// <param name="settings">A file with settings beside the usual ones.</param>
    /// <param name="page">A responsibilities page to answer from; null for the matrix that comes with the bot, and the pages that the
    /// settings put beside it.</param>
    /// <exception cref="StartFaultException">The page cannot be read, or has no responsibilities.</exception>
    public static async Task<OfflineBot> MakeAsync(FileInfo? settings, FileInfo? page, CancellationToken cancel)
    {
        try
        {
            var services = new ServiceCollection();
            services.AddSingleton<IConfiguration>(BotSettings.Read(settings));
            services.AddLogging();
            services.AddBot(page is null ? MatrixLibrary.Shipped() : MatrixLibrary.Of(await PageFile.ReadFilledAsync(page, cancel)));
            var bot = new OfflineBot(services.BuildServiceProvider());
            if (page is null)
                await bot.LookAtPagesAsync(cancel);
            return bot;
        }
        catch (Exception fault) when (fault is PageFaultException or IOException)
        {
            throw new StartFaultException(fault.Message, fault);
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task LookAtPagesAsync(CancellationToken cancel)
    {
        var folder = _services.GetRequiredService<PageFolder>();
        await folder.LookAsync(cancel);
        foreach (var fault in folder.Faults)
            await Console.Error.WriteLineAsync(fault);
    }
}
