using System.Security.Cryptography;
using ChatOpsBot.Domain.Requests.Keys;

namespace ChatOpsBot.Domain.Requests;

/// <summary>Makes keys and reads them as people write them: lower case, O for 0, I or L for 1, no dash or a blank for it.</summary>
public sealed class RequestKeys
{
    private const int RandomSigns = KeyCheck.BodySigns - 1;

    private readonly KeyScanner _scanner;
    private readonly Func<int, string> _draw;
    private readonly HashSet<string> _prefixes;

    /// <param name="prefixes">Three capital letters for each type of request.</param>
    /// <param name="draw">Makes this many random characters; null for those that nobody can foresee.</param>
    public RequestKeys(IEnumerable<string> prefixes, Func<int, string>? draw = null)
    {
        _draw = draw ?? (signs => RandomNumberGenerator.GetString(Crockford.Signs, signs));
        _prefixes = [.. prefixes];
        if (_prefixes.FirstOrDefault(prefix => prefix.Length != KeyCheck.PrefixSigns || !prefix.All(char.IsAsciiLetterUpper)) is { } wrong)
            throw new ArgumentException($"\"{wrong}\" is not three capital letters.", nameof(prefixes));
        _scanner = new(_prefixes);
    }

    /// <summary>A key nobody can guess from another. 28 million for each type: whoever stores it draws again where it is taken.</summary>
    public RequestKey New(string prefix)
    {
        if (!_prefixes.Contains(prefix))
            throw new ArgumentException($"\"{prefix}\" is the prefix of no type of request.", nameof(prefix));
        while (true)
        {
            var drawn = _draw(RandomSigns);
            var body = drawn + KeyCheck.SignFor(prefix, drawn);
            if (KeyScanner.HasUnambiguousDigit(body))
                return new(prefix, body);
        }
    }

    /// <summary>Reads a text that is a key and nothing else. Blanks and dashes may stand anywhere in it.</summary>
    /// <returns>Null where it is no key, or one miscopied: one wrong sign or two neighbours swapped is always seen.</returns>
    public RequestKey? Read(string? text) => _scanner.Whole(text);

    /// <summary>
    /// The keys named in a sentence, in order. A prefix is followed by a dash, a blank or nothing, and the signs stand together.
    /// </summary>
    public IReadOnlyList<SaidKey> FindIn(string sentence) => [.. _scanner.In(sentence)];
}
