using System.Buffers.Binary;
using System.Text;
using ChatOpsBot.Storage.Audit;
using CsCheck;

namespace ChatOpsBot.Tests.Storage;

/// <summary>What is hashed of an entry can be read back in one way only.</summary>
public sealed class AuditEncodingTests
{
    // Few letters and lengths, among them those that a sloppy encoding would take for borders.
    private static readonly Gen<string> Texts = Gen.OneOf(
        Among("", "a", "aa", "\0", "1", "null", "request"), Gen.Char['\0', '\ud7ff'].Array[0, 9].Select(letters => new string(letters)));

    private static readonly Gen<byte[]?> Commitments = Among<byte[]?>(null, [], new byte[32], [1, 2]);

    private static readonly Gen<AuditChainEntry> Entries =
        from numbers in Gen.Select(Among(1L, 2L, long.MaxValue), Among<int?>(null, 0, 1, -1), Gen.Int[0, 3])
        from texts in Gen.Select(Texts, Texts, Texts, Gen.OneOf(Gen.Const((string?)null), Texts.Select(text => (string?)text)))
        from sealedTexts in Gen.Select(Commitments, Commitments, Commitments)
        from previous in Among<byte[]>(new byte[32], [7])
        select new AuditChainEntry
        {
            Sequence = numbers.Item1,
            At = DateTimeOffset.UnixEpoch.AddMicroseconds(numbers.Item3),
            Version = numbers.Item2,
            SubjectKind = texts.Item1,
            SubjectKey = texts.Item2,
            What = texts.Item3,
            Erased = texts.Item4,
            ActorIdCommitment = sealedTexts.Item1,
            ActorNameCommitment = sealedTexts.Item2,
            DetailCommitment = sealedTexts.Item3,
            PreviousHash = previous,
        };

    [Fact]
    public void What_was_encoded_reads_back_as_it_was() =>
        Entries.Sample(entry => Assert.Equal(Fields(entry), Read(AuditEncoding.Encode(entry))), iter: 20_000);

    [Fact]
    public void Two_entries_have_the_same_bytes_only_where_every_field_is_the_same() =>
        Gen.Select(Entries, Entries).Sample(
            (one, other) => Assert.Equal(
                Fields(one).SequenceEqual(Fields(other)),
                AuditEncoding.Encode(one).AsSpan().SequenceEqual(AuditEncoding.Encode(other))),
            iter: 20_000);

    /// <summary>The encoding is a contract with whoever verifies an export: another one needs another name in its first bytes.</summary>
    [Fact]
    public void The_encoding_stays_what_it_is()
    {
        var entry = new AuditChainEntry
        {
            Sequence = 2,
            At = new(2026, 11, 23, 8, 30, 0, TimeSpan.Zero),
            SubjectKind = "request",
            SubjectKey = "RST-7K3QZC",
            Version = 3,
            What = "approved",
            ActorIdCommitment = AuditEncoding.Commit(new byte[32], "aad-eva"),
            PreviousHash = new byte[32],
        };
        Assert.Equal("0800ddafddb0b75640c9df5c7b03639e921db5cd51fcdc1b71b117bda25bf21e", Convert.ToHexStringLower(AuditEncoding.HashOf(entry)));
    }

    private static Gen<T> Among<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    private static List<string?> Fields(AuditChainEntry entry) =>
    [
        Hex(entry.PreviousHash), Hex(Number(entry.Sequence)), Hex(Number((entry.At - DateTimeOffset.UnixEpoch).Ticks / 10)),
        Hex(Encoding.UTF8.GetBytes(entry.SubjectKind)), Hex(Encoding.UTF8.GetBytes(entry.SubjectKey)),
        entry.Version is { } version ? Hex(Number(version)) : null, Hex(Encoding.UTF8.GetBytes(entry.What)),
        Hex(entry.ActorIdCommitment), Hex(entry.ActorNameCommitment), Hex(entry.DetailCommitment),
        entry.Erased is { } erased ? Hex(Encoding.UTF8.GetBytes(erased)) : null,
    ];

    // As README.md describes it, and not as the bot writes it.
    private static List<string?> Read(ReadOnlySpan<byte> bytes)
    {
        var fields = new List<string?>();
        Assert.True(bytes.StartsWith("chatopsbot audit entry 1\n"u8));
        for (var left = bytes["chatopsbot audit entry 1\n".Length..]; left.Length > 0;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(left);
            left = left[4..];
            var size = length == uint.MaxValue ? 0 : (int)length;
            fields.Add(length == uint.MaxValue ? null : Hex(left[..size].ToArray()));
            left = left[size..];
        }

        return fields;
    }

    private static byte[] Number(long value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        return bytes;
    }

    private static string? Hex(byte[]? bytes) => bytes is null ? null : Convert.ToHexStringLower(bytes);
}
