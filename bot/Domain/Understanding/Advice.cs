using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Domain.Understanding;

/// <summary>
/// What a language model makes of a sentence that was not read with confidence: a choice among what the bot knows, never an answer. No case
/// declares a DR event or does anything with what exists: that takes the person's own words.
/// </summary>
public abstract record Advice
{
    private Advice()
    {
    }

    /// <summary>The sentence asks about these rows, the best first.</summary>
    /// <param name="Side">Whose part is asked for; <see cref="Party.None"/> when that is open.</param>
    public sealed record AboutRows(IReadOnlyList<Row> Rows, Party Side) : Advice;

    /// <summary>The sentence asks for a request, whose form opens and is reviewed as always.</summary>
    /// <param name="Slots">Values by slot name, as they stand in the sentence.</param>
    public sealed record OpenRequest(string Type, IReadOnlyDictionary<string, string> Slots) : Advice;

    public sealed record Talk(SmallTalk Kind) : Advice;

    /// <summary>Nothing that the matrix says.</summary>
    public sealed record Outside : Advice;
}
