namespace ChatOpsBot.Domain.Understanding.Model;

/// <summary>Kinds of features. Each kind weighs the same in a long message as in a short one.</summary>
internal enum FeatureGroup
{
    /// <summary>Words, pairs of words, and where they stand.</summary>
    Words,

    /// <summary>Pieces of words: they forgive endings, typing mistakes and compounds.</summary>
    Pieces,

    /// <summary>What the vocabulary found: concepts of the trade, moods, rows. The same in every language.</summary>
    Findings,
}
