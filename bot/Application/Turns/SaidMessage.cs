using System.Security.Cryptography;
using System.Text;

namespace ChatOpsBot.Application.Turns;

/// <summary>What is remembered of a message until it can no longer be expected to be edited.</summary>
/// <param name="Digest">Tells one text from another; the text itself is not kept.</param>
/// <param name="HasSaved">Something was changed because of it.</param>
internal sealed record SaidMessage(string Digest, bool HasSaved)
{
    public static string DigestOf(string text) => Convert.ToHexString(SHA256.HashData(Encoding.Unicode.GetBytes(text)));
}
