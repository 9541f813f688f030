using ChatOpsBot.Application.LanguageModel;
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
    /// <param name="page">A responsibilities page to answer from; null for the matrix that comes with the bot.</param>
    /// <exception cref="StartFaultException">The page cannot be read, or has no responsibilities.</exception>
    public static OfflineBot Make(FileInfo? settings, FileInfo? page)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(BotSettings.Read(settings));
        services.AddLogging();
        services.AddBot(page is null ? MatrixLibrary.Shipped() : MatrixLibrary.Of(Page(page)));
        return new OfflineBot(services.BuildServiceProvider());
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static ResponsibilityMatrix Page(FileInfo page)
    {
        var matrix = PageFile.Read(page);
        return matrix.Rows.Count > 0
            ? matrix
            : throw new StartFaultException($"{page.Name} has no responsibilities that can be read. See: matrix check {page.Name}");
    }
}
