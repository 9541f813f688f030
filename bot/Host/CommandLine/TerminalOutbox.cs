using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Application.Requests;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Domain;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Outbox;
using ChatOpsBot.Storage.Requests;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Host.CommandLine;

/// <summary>
/// Does the messages of requests that were made in the terminal; what would be sent to their owner is given back to be printed.
/// </summary>
internal sealed class TerminalOutbox(
    IDbContextFactory<BotDb> databases, OutboxAttempt run, DeskWatch watch, RequestCards cards, TimeProvider time)
{
    private const int Most = 50;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private readonly string _name = $"terminal {Guid.NewGuid():N}";

    public Task LookAtDeskAsync(CancellationToken cancel) => watch.LookAsync(cancel);

    /// <returns>What its owner is told.</returns>
    public async Task<IReadOnlyList<string>> DoAsync(Subject subject, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var messages = new OutboxStore(db);
        List<string> told = [];
        for (var done = 0; done < Most; done++)
        {
            if (await messages.ClaimForAsync(subject, _name, time.GetUtcNow(), Lease, 1, cancel) is not [var claimed])
                break;
            if (claimed.Message is not OutboxMessage.NotifyOwner tell)
            {
                await run.RunAsync(claimed, _name, cancel);
                continue;
            }

            if (await new RequestStore(db).FindAsync(subject.Id, cancel) is { } owned)
                told.Add(cards.Tell(owned, tell.News));
            await messages.DoneAsync(claimed.Id, _name, cancel);
        }

        return told;
    }
}
