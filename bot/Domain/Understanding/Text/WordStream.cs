using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace ChatOpsBot.Domain.Understanding.Text;

/// <summary>The words of a text one after the other, each before and after it was stemmed: both in one pass.</summary>
internal sealed class WordStream : TokenFilter
{
    private readonly PlainWords _plain;
    private readonly ICharTermAttribute _stem;
    private readonly IOffsetAttribute _offset;

    public WordStream(PlainWords plain, TokenStream stems)
        : base(stems)
    {
        _plain = plain;
        _stem = GetAttribute<ICharTermAttribute>();
        _offset = AddAttribute<IOffsetAttribute>();
    }

    public Token Current(string text)
    {
        var (start, end) = (_offset.StartOffset, _offset.EndOffset);
        var plain = _plain.Current;
        return new(Same(text.AsSpan(start, end - start), plain), plain, Same(_stem.Buffer.AsSpan(0, _stem.Length), plain), start, end);
    }

    public override bool IncrementToken() => m_input.IncrementToken();

    // Most words stand in a text as they are compared, and many are their own stem.
    private static string Same(ReadOnlySpan<char> letters, string plain) => letters.SequenceEqual(plain) ? plain : letters.ToString();
}

/// <summary>Remembers each word as it is before it is stemmed.</summary>
internal sealed class PlainWords : TokenFilter
{
    private readonly ICharTermAttribute _term;

    public PlainWords(TokenStream input)
        : base(input) => _term = AddAttribute<ICharTermAttribute>();

    public string Current { get; private set; } = "";

    public override bool IncrementToken()
    {
        var isThere = m_input.IncrementToken();
        Current = isThere ? _term.ToString()! : "";
        return isThere;
    }
}
