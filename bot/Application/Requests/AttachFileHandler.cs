using ChatOpsBot.Application.Desks;
using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Domain.Requests.Files;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Requests;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.Requests;

/// <summary>Puts a file of a request into its ticket. What is in it is kept until the desk has it, and no longer.</summary>
public sealed class AttachFileHandler(
    MeasuredDesk desk, RequestChanges requests, DeskOutcome outcome, IDbContextFactory<BotDb> databases)
    : IOutboxHandler<OutboxMessage.AttachFile>
{
    public async Task<HandlingResult> HandleAsync(OutboxMessage.AttachFile message, CancellationToken cancel)
    {
        if (await requests.FindAsync(message.Request, cancel) is not { Ticket: { } ticket } request
            || request.Files.FirstOrDefault(it => it.Id == message.File) is not { Progress: FileProgress.Waiting } file)
            return await EndAsync(message.File, cancel);
        if (await ReadAsync(file.Id, cancel) is not { } content)
        {
            await outcome.SaveAsync(request.Id, now => NotTaken(now, file.Id, RequestNews.FileFailed(file.Name), because: null), cancel);
            return HandlingResult.Done.Instance;
        }

        var sent = new DeskFile(file.NameAt(request.Key), file.ContentType, content) { MayBeThere = message.MayBeDuplicate };
        switch (await desk.AttachAsync(ticket, sent, cancel))
        {
            case DeskAnswer.Done done:
                await outcome.SaveAsync(request.Id, now => Attached(now, file.Id, done), cancel);
                return await EndAsync(file.Id, cancel);
            case DeskAnswer.Refused refused:
                await outcome.SaveAsync(
                    request.Id,
                    now => NotTaken(now, file.Id, RequestNews.FileRefused(file.Name, refused.Reason), refused.Reason),
                    cancel);
                return await EndAsync(file.Id, cancel);
            case DeskAnswer.NotNow later:
                return DeskResults.Later(later);
            default:
                throw new InvalidOperationException("The desk answered in a way that nobody knows.");
        }
    }

    /// <summary>The desk was not reached, tried often enough: its owner can send the file another way.</summary>
    public async Task GiveUpAsync(OutboxMessage.AttachFile message, CancellationToken cancel)
    {
        await outcome.SaveAsync(
            message.Request,
            now => now.Files.FirstOrDefault(file => file.Id == message.File) is { } file
                ? NotTaken(now, file.Id, RequestNews.FileFailed(file.Name), because: null)
                : null,
            cancel);
        await EndAsync(message.File, cancel);
    }

    private async Task<byte[]?> ReadAsync(Guid file, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await new RequestFiles(db).ReadAsync(file, cancel);
    }

    private async Task<HandlingResult> EndAsync(Guid file, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await new RequestFiles(db).DropAsync(file, cancel);
        return HandlingResult.Done.Instance;
    }

    // Nothing is said of it: the card shows where the file is.
    private static (RequestChange, Problem?)? Attached(Request now, Guid file, DeskAnswer.Done done) =>
        now.WithFile(file, it => it with { Progress = FileProgress.AtDesk, RefusedBecause = null }) is { } next
            ? (new(
                next with { Ticket = TicketNews.Of(now.Ticket, done.Ticket, done.Comments) },
                new AuditEntry("file-attached", By: null) { Detail = Named(next, file) }),
                null)
            : null;

    private static (RequestChange, Problem?)? NotTaken(Request now, Guid file, Problem news, string? because) =>
        now.WithFile(file, it => it with { Progress = FileProgress.NotTaken, RefusedBecause = because }) is { } next
            ? (new(next, new AuditEntry("file-refused", By: null) { Detail = Named(next, file) }), news)
            : null;

    // The history has no names that people give.
    private static string Named(Request request, Guid file) => $"file {request.Files.First(it => it.Id == file).Number}";
}
