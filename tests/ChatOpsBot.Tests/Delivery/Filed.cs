using System.Text.Json.Nodes;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Requests;
using ChatOpsBot.Storage.Tickets;
using ChatOpsBot.Tests.Chats;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatOpsBot.Tests.Delivery;

/// <summary>What the tests of delivery say again and again.</summary>
internal static class Filed
{
    public const string Sentence = "restore PRODLIB on LPAR1 from yesterday 22:00";
    public const string Send = "Send to the desk";

    // Far more than any of it takes on a busy machine.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static Colleague Colleague(this RunningBot bot, string name) => new(bot.Teams, bot.DeliverAsync, name);

    /// <summary>Ana has filled in a restore and looks it over.</summary>
    public static async Task<Colleague> WithReviewAsync(this RunningBot bot)
    {
        var ana = bot.Colleague("ana");
        await ana.SaysAsync(Sentence);
        await ana.PressesAsync("Review");
        await bot.SettleAsync();
        return ana;
    }

    /// <summary>Ana has filed a restore, and the desk has it.</summary>
    public static async Task<Colleague> FiledAsync(this RunningBot bot)
    {
        var ana = await bot.WithReviewAsync();
        await ana.PressesAsync(Send);
        await bot.SettleAsync();
        return ana;
    }

    /// <summary>Somebody has filed a restore with a bot that works by itself.</summary>
    public static async Task<Colleague> FiledByItselfAsync(this RunningBot bot, string name)
    {
        var person = bot.Colleague(name);
        await person.SaysAsync(Sentence);
        await person.PressesAsync("Review");
        await person.PressesAsync(Send);
        return person;
    }

    /// <summary>Lets the bot work by itself, and the clock run, until something is so.</summary>
    public static Task UntilAsync(this RunningBot bot, Func<bool> isSo, TimeSpan? step = null) =>
        bot.UntilAsync(() => Task.FromResult(isSo()), step);

    /// <inheritdoc cref="UntilAsync(RunningBot, Func{bool}, TimeSpan?)"/>
    public static async Task UntilAsync(this RunningBot bot, Func<Task<bool>> isSo, TimeSpan? step = null)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await isSo())
        {
            if (TimeProvider.System.GetElapsedTime(started) > Patience)
                Assert.Fail($"It did not become so in {Patience}:\n{string.Join('\n', bot.Log.Lines.TakeLast(100))}");
            await Task.Delay(5, Cancel);
            bot.Clock.Advance(step ?? TimeSpan.FromMilliseconds(500));
        }
    }

    /// <summary>Ana looks over a restore that replaces what is there, which can need a second person.</summary>
    public static async Task<Colleague> WithRiskyReviewAsync(this RunningBot bot)
    {
        var ana = bot.Colleague("ana");
        await ana.SaysAsync(Sentence);
        await ana.PressesAsync("Update form", null, ("overwrite", "Replace it"));
        await ana.PressesAsync("Review", null, ("stopped", "Yes, it is or will be stopped"));
        await bot.SettleAsync();
        return ana;
    }

    public static Task SendsWithRiskAsync(this Colleague ana) => ana.PressesAsync("Send for approval", null, ("risk.replace", "PRODLIB"));

    /// <summary>The cards in somebody's personal chat.</summary>
    public static IReadOnlyList<FakeMessage> CardsOf(this RunningBot bot, string name) =>
        [
            .. bot.Teams.Messages.Where(message =>
                message.Card is not null && message.ConversationId == new ChatPlace(ChatPlace.Personal, name, "").ConversationId),
        ];

    /// <summary>Somebody at the desk works on the only ticket.</summary>
    public static Task<bool> DeskSetsAsync(this RunningBot bot, TicketState state, string? note) => bot.ReadAsync(async db =>
    {
        var book = new DeskBook(db);
        await book.WriteAsync(
            bot.Clock.GetUtcNow(),
            async at =>
            {
                var ticket = (await book.FindAsync((await book.ListAsync([], Cancel)).Single().Number, Cancel))!;
                book.Set(ticket, state, "set", note, at);
                return true;
            },
            Cancel);
        return true;
    });

    /// <summary>Lets the clock run while calls to Teams are tried in vain.</summary>
    public static Task SettleWhileTeamsIsAwayAsync(this RunningBot bot) => bot.Clock.RunUntilDone(SettledAsync(bot), 1000);

    public static async Task<T> ReadAsync<T>(this RunningBot bot, Func<BotDb, Task<T>> read)
    {
        await using var db = await bot.Services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(Cancel);
        return await read(db);
    }

    /// <summary>Ana's only request.</summary>
    public static Task<Request> RequestAsync(this RunningBot bot) =>
        bot.ReadAsync(async db => Assert.Single(await new RequestStore(db).OwnAsync("aad-ana", 10, Cancel)));

    public static Task<IReadOnlyList<Ticket>> TicketsAsync(this RunningBot bot) =>
        bot.ReadAsync(db => new DeskBook(db).ListAsync([], Cancel));

    /// <summary>The card in words, as a person reads it.</summary>
    public static string InWords(this JsonNode? card) => CardPicture.Of(card!);

    private static async Task<bool> SettledAsync(RunningBot bot)
    {
        await bot.SettleAsync();
        return true;
    }
}
