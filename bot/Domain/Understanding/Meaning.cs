using System.Collections.Frozen;
using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Domain.Understanding;

/// <summary>What a sentence was understood to say.</summary>
public sealed record Meaning
{
    /// <summary>Two-letter code of the language the sentence is in, which the bot may or may not speak.</summary>
    public required string Language { get; init; }

    /// <summary>The words are of that language; where they are of none ("LPAR1", "ok"), it was only the likeliest.</summary>
    public bool TellsLanguage { get; init; } = true;

    public required Intent Intent { get; init; }

    /// <summary>The rows asked about, best first; empty when no task was named or none was found.</summary>
    public IReadOnlyList<Row> Rows { get; init; } = [];

    /// <summary>The very duties the sentence touches, best first; empty when it asks about whole rows.</summary>
    public IReadOnlyList<Duty> Duties { get; init; } = [];

    /// <summary>Who carries what was asked for; <see cref="Party.None"/> when that is open.</summary>
    public Party Party { get; init; }

    /// <summary>Short name of the page beside the matrix that it is about; null for the matrix itself.</summary>
    public string? Page { get; init; }

    /// <summary>The person asked for the whole matrix.</summary>
    public bool WholeMatrix { get; init; }

    /// <summary>Rows to offer when the best one is not certain enough to be answered with.</summary>
    public IReadOnlyList<Row> DidYouMean { get; init; } = [];

    /// <summary>Id of the request type wanted, or that goes with the answer: "restore", "backup", "pam", "mfa", "dr_failover".</summary>
    public string? Request { get; init; }

    /// <summary>The request is named by a word of the trade, not only likely by what the sentence is like.</summary>
    public bool IsRequestNamed { get; init; }

    /// <summary>Values said along the way, as they stand in the text, by slot name ("object", "lpar", ...).</summary>
    public IReadOnlyDictionary<string, string> Slots { get; init; } = FrozenDictionary<string, string>.Empty;

    public SmallTalk? SmallTalk { get; init; }

    /// <summary>
    /// Name of the outside subject ("other-platform", "licensing", ...) as the vocabulary calls it; null when none was recognised.
    /// </summary>
    public string? Outside { get; init; }

    /// <summary>Name of a subject that the provider's other pages tell about ("profiles", "severity", ...), as the vocabulary calls it;
    /// null when none was recognised.</summary>
    public string? Fact { get; init; }

    /// <summary>The row that comes nearest to what was asked where the matrix does not say it; null when none does.</summary>
    public Row? Nearest { get; init; }

    /// <summary>The side that the person supposes to carry it, asking for a yes or a no; <see cref="Party.None"/> when nothing is
    /// supposed.</summary>
    public Party Supposed { get; init; }

    /// <summary>It is about a request or a DR event that exists, or about the bot itself, and the words alone do not tell which.</summary>
    public bool IsAboutExisting { get; init; }

    /// <summary>The sentence was read with the help of the answer before it.</summary>
    public bool FollowsUp { get; init; }

    /// <summary>How sure the reading is, from 0 to 1: its share among all that the sentence may mean, 1 where words alone decide, 0 where
    /// nothing was found.</summary>
    public float Confidence { get; init; } = 1;

    /// <summary>
    /// What was read with less confidence may be read with the help of a language model. Of the messages of strangers, 8 % are below, and
    /// half of these are misread; above, 95 % are right.
    /// </summary>
    public const float Confident = 0.7f;

    /// <summary>The sentence was read by the advice of a language model.</summary>
    public bool IsAdvised { get; init; }
}
