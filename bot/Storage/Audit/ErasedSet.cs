using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace ChatOpsBot.Storage.Audit;

/// <summary>
/// Which entries were erased at a time, in a few words whatever their number: how many, and a hash over their sequence numbers in order.
/// The entry that erases them holds it, so that nobody can erase more, or others, later.
/// </summary>
internal sealed class ErasedSet : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public int Count { get; private set; }

    /// <summary>The next one; they are added in order.</summary>
    public void Add(long sequence)
    {
        Span<byte> eight = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(eight, sequence);
        _hash.AppendData(eight);
        Count++;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Count} {Convert.ToHexStringLower(_hash.GetCurrentHash())}");

    public void Dispose() => _hash.Dispose();
}
