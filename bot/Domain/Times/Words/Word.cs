namespace ChatOpsBot.Domain.Times.Words;

/// <summary>A word, number or mark of a text and where it stood.</summary>
internal readonly record struct Word(string Text, int Start)
{
    public int End => Start + Text.Length;
}
