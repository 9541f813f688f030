using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ChatOpsBot.Connector.Outgoing;

/// <summary>A body of JSON that is written once, into memory that the next one uses again.</summary>
internal sealed class JsonBody : HttpContent, IBufferWriter<byte>
{
    private const int Start = 8 * 1024;

    // The receiver is told that it is JSON: what a page of HTML would take for markup need not be escaped.
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(Start);
    private int _length;

    public JsonBody(Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(this, Options))
            write(json);
        Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
    }

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Grow(sizeHint);
        return _bytes.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        stream.WriteAsync(_bytes.AsMemory(0, _length), cancellationToken).AsTask();

    protected override void Dispose(bool disposing)
    {
        Return();
        (_bytes, _length) = ([], 0);
        base.Dispose(disposing);
    }

    private void Grow(int wanted)
    {
        if (_bytes.Length - _length >= Math.Max(wanted, 1))
            return;

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _length + wanted));
        _bytes.AsSpan(0, _length).CopyTo(larger);
        Return();
        _bytes = larger;
    }

    private void Return()
    {
        if (_bytes.Length == 0)
            return;

        // What people wrote was in it.
        _bytes.AsSpan(0, _length).Clear();
        ArrayPool<byte>.Shared.Return(_bytes);
    }
}
