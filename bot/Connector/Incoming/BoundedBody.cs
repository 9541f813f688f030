using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace ChatOpsBot.Connector.Incoming;

/// <summary>Reads a request's body up to a limit, whatever length the sender announces.</summary>
public static class BoundedBody
{
    private const int ChunkBytes = 16 * 1024;

    /// <returns>Null when the body is larger than <paramref name="maxBytes"/>.</returns>
    /// <exception cref="BadHttpRequestException">The sender broke off, or was too slow.</exception>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int maxBytes)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.ContentLength > maxBytes)
            return null;

        var chunk = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        var used = 0;
        try
        {
            using var buffer = new MemoryStream();
            int read;
            while ((read = await request.Body.ReadAsync(chunk, request.HttpContext.RequestAborted)) > 0)
            {
                used = Math.Max(used, read);
                if (buffer.Length + read > maxBytes)
                    return null;
                buffer.Write(chunk, 0, read);
            }

            return buffer.ToArray();
        }
        finally
        {
            // A password may have been in it.
            chunk.AsSpan(0, used).Clear();
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }
}
