using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ChatOpsBot.Storage.Audit;

/// <summary>
/// What is hashed of an entry: bytes that can be read back in one way only (README.md, "The audit chain"). A field is its length and then
/// itself; one that is null has a length of its own, so that it is not an empty one. The first bytes name this version of the encoding.
/// </summary>
public static class AuditEncoding
{
    /// <summary>Of SHA-256, and of a salt.</summary>
    public const int HashLength = SHA256.HashSizeInBytes;

    private const uint Null = uint.MaxValue;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static byte[] HashOf(AuditChainEntry entry) => SHA256.HashData(Encode(entry));

    /// <exception cref="EncoderFallbackException">A text is not Unicode (<see cref="AuditRecord.Storable"/>).</exception>
    public static byte[] Encode(AuditChainEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        using var bytes = new MemoryStream();
        bytes.Write("chatopsbot audit entry 1\n"u8);
        Write(bytes, entry.PreviousHash);
        Write(bytes, entry.Sequence);
        Write(bytes, (entry.At.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond);
        Write(bytes, entry.SubjectKind);
        Write(bytes, entry.SubjectKey);
        Write(bytes, entry.Version);
        Write(bytes, entry.What);
        Write(bytes, entry.ActorIdCommitment);
        Write(bytes, entry.ActorNameCommitment);
        Write(bytes, entry.DetailCommitment);
        Write(bytes, entry.Erased);
        return bytes.ToArray();
    }

    /// <summary>What stands in the chain for a text: without the salt nobody can tell which text it was, by trying them all.</summary>
    public static byte[] Commit(byte[] salt, string text) =>
        SHA256.HashData([.. "chatopsbot audit text 1\n"u8, .. salt, .. Utf8.GetBytes(text)]);

    private static void Write(Stream bytes, long? number)
    {
        if (number is not { } value)
        {
            Write(bytes, (byte[]?)null);
            return;
        }

        var eight = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(eight, value);
        Write(bytes, eight);
    }

    private static void Write(Stream bytes, string? text) => Write(bytes, text is null ? null : Utf8.GetBytes(text));

    private static void Write(Stream bytes, byte[]? field)
    {
        Span<byte> length = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(length, field is null ? Null : (uint)field.Length);
        bytes.Write(length);
        bytes.Write(field);
    }
}
