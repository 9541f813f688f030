using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage.Requests;

/// <summary>What is in the files of requests. What stands about them in a request is the request's.</summary>
public sealed class RequestFiles(BotDb db)
{
    /// <summary>Saved by the caller.</summary>
    public void Add(Guid id, Guid request, ReadOnlyMemory<byte> content, DateTimeOffset at) =>
        db.RequestFiles.Add(new() { Id = id, RequestId = request, Content = content.ToArray(), At = at });

    /// <returns>Null where it is gone.</returns>
    public Task<byte[]?> ReadAsync(Guid id, CancellationToken cancel) =>
        db.RequestFiles.AsNoTracking().Where(row => row.Id == id).Select(row => row.Content).FirstOrDefaultAsync(cancel);

    /// <summary>At once, in a statement of its own.</summary>
    public Task DropAsync(Guid id, CancellationToken cancel) =>
        db.RequestFiles.Where(row => row.Id == id).ExecuteDeleteAsync(cancel);
}
