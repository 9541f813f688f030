namespace ChatOpsBot.Domain.Requests;

/// <summary>What a person gave for a field, and what it was taken for.</summary>
/// <param name="Typed">As it was typed or chosen: a wrong value comes back as it was.</param>
public sealed record Entry(string Typed)
{
    /// <summary>In the form its field writes and reads; null while it is not right.</summary>
    public string? Value { get; init; }

    /// <summary>Why it is not right; null while it is, or while it is asked which of <see cref="Choices"/> is meant.</summary>
    public Problem? Problem { get; init; }

    /// <summary>What it may mean, each in the form of <see cref="Value"/>: asked, never guessed.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Right, and worth a word: a library that IBM supplies, clocks put forward.</summary>
    public IReadOnlyList<Problem> Notes { get; init; } = [];
}
