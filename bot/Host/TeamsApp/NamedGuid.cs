using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ChatOpsBot.Host.TeamsApp;

/// <summary>
/// An id made from another one, always the same: so the second package of a bot updates the app that the first one brought.
/// Name-based, version 5 (RFC 9562, 5.5); other versions that would do are refused by some readers of manifests.
/// </summary>
internal static class NamedGuid
{
    /// <summary>Chosen at random, once and for ever: another one would make every app that is installed another app.</summary>
    private static readonly Guid Namespace = new("5b1f6a0e-6f0e-4c0f-9a57-2f7c3d8e41b6");

    public static Guid Of(Guid name)
    {
        Span<byte> text = stackalloc byte[32];
        Namespace.TryWriteBytes(text, bigEndian: true, out _);
        name.TryWriteBytes(text[16..], bigEndian: true, out _);

        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
#pragma warning disable CA5350 // It names and proves nothing; the RFC takes this one for version 5.
        SHA1.HashData(text, hash);
#pragma warning restore CA5350
        BinaryPrimitives.WriteUInt16BigEndian(hash[6..], (ushort)((BinaryPrimitives.ReadUInt16BigEndian(hash[6..]) & 0x0fff) | 0x5000));
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return new(hash[..16], bigEndian: true);
    }
}
