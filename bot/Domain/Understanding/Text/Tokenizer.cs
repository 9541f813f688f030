namespace ChatOpsBot.Domain.Understanding.Text;

/// <summary>Cuts a sentence of one language into words. Safe for use by many threads.</summary>
/// <remarks>Japanese is written without spaces: there every character is a word, so that a phrase is found wherever it stands.</remarks>
public sealed class Tokenizer(string language) : IDisposable
{
    private readonly WordAnalyzer _words = new(language);
    private readonly bool _isUnspaced = language == "ja";

    public IReadOnlyList<Token> Read(string text)
    {
        var tokens = new List<Token>();
        using var stream = _words.WordsOf(text);
        stream.Reset();
        while (stream.IncrementToken())
        {
            var token = stream.Current(text);
            if (_isUnspaced && !char.IsAscii(text[token.Start]))
                AddCharacters(tokens, text, token);
            else
                tokens.Add(token);
        }

        stream.End();
        return tokens;
    }

    public void Dispose() => _words.Dispose();

    private static void AddCharacters(List<Token> tokens, string text, Token word)
    {
        for (var at = word.Start; at < word.End; at++)
        {
            var character = text[at].ToString();
            tokens.Add(new(character, character, character, at, at + 1));
        }
    }
}
