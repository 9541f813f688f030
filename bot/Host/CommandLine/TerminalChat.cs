using ChatOpsBot.Application;
using ChatOpsBot.Application.Turns;
using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain.People;

namespace ChatOpsBot.Host.CommandLine;

/// <summary>A personal chat in a terminal. The buttons of the last card are pressed by their number.</summary>
/// <param name="tenant">The same as the Teams-like client's on this machine, so that both see the same requests and DR events.</param>
/// <param name="name">Who chats; null for whoever is logged in. Another name is another person, with a chat of their own.</param>
internal sealed class TerminalChat(TerminalTurns turns, TextReader input, TextWriter output, string tenant, string? name)
{
    private const string Terminal = "terminal";
    private const string Prompt = "you> ";
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);
    private static readonly string[] Endings = ["exit", "quit"];

    private readonly Person _person = name is null
        ? new(Terminal, Environment.UserName)
        : new($"{Terminal}:{name.ToLowerInvariant()}", name);

    private IReadOnlyList<CardButton> _buttons = [];

    public async Task RunAsync(CancellationToken cancel)
    {
        await TellAsync(new TurnInput.BotAdded(), cancel);
        while (await AskAsync(cancel) is { } line)
        {
            if (Endings.Contains(line, StringComparer.OrdinalIgnoreCase))
                return;

            if (line.Length > 0)
                await TellAsync(What(line), cancel);
        }
    }

    private async Task<string?> AskAsync(CancellationToken cancel)
    {
        await output.WriteAsync(Prompt.AsMemory(), cancel);
        await output.FlushAsync(cancel);
        // On a thread of its own: the console holds whoever reads it until a line has come.
        var typed = Task.Run(async () => (await input.ReadLineAsync(cancel))?.Trim(), cancel);
        while (await Task.WhenAny(typed, Task.Delay(BetweenLooks, cancel)) != typed)
        {
            cancel.ThrowIfCancellationRequested();
            await ShowNewsAsync(cancel);
        }

        return await typed;
    }

    // What happens while nobody types stands above a new prompt.
    private async Task ShowNewsAsync(CancellationToken cancel)
    {
        if (await turns.NewsAsync(_person.Id, cancel) is not { Count: > 0 } news)
            return;

        await output.WriteLineAsync();
        foreach (var sentence in news)
            await output.WriteLineAsync(sentence + Environment.NewLine);
        await output.WriteAsync(Prompt.AsMemory(), cancel);
        await output.FlushAsync(cancel);
    }

    private TurnInput What(string line) =>
        int.TryParse(line, out var number) && number >= 1 && number <= _buttons.Count
            ? _buttons[number - 1].Press
            : new TurnInput.Message(line);

    private async Task TellAsync(TurnInput what, CancellationToken cancel)
    {
        foreach (var news in await turns.NewsAsync(_person.Id, cancel))
            await output.WriteLineAsync(news + Environment.NewLine);
        var answer = await turns.AnswerAsync(ContextOf(what), cancel);
        _buttons = [.. answer.Replies.Select(CardOf).OfType<Card>().SelectMany(CardButtons.Of)];
        await output.WriteLineAsync(ReplyText.Of(answer.Replies));
        foreach (var (button, index) in _buttons.Select((button, index) => (button, index)))
            await output.WriteLineAsync($"  {index + 1}) {button.Title}");
        await output.WriteLineAsync();
    }

    private TurnContext ContextOf(TurnInput input) => new()
    {
        CorrelationId = CorrelationId.New(),
        Input = input,
        Who = _person,
        Where = new(_person.Id, PlaceKind.Personal),
        TenantId = tenant,
        Locale = Thread.CurrentThread.CurrentUICulture.Name,
    };

    private static Card? CardOf(Reply reply) => reply switch
    {
        Reply.Show show => show.Card,
        Reply.Replace replace => replace.Card,
        _ => null,
    };
}
