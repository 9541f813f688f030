using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Dialogs.Search;

/// <summary>One search from a compose box, and all that an answer to it may know.</summary>
public sealed record SearchQuery
{
    /// <summary>Longest text that is looked for, in UTF-16 units: more than a line is nothing to search by.</summary>
    public const int LongestText = 200;

    /// <summary>One of <see cref="SearchCommands"/>, or something the bot does not know.</summary>
    public required string? Command { get; init; }

    /// <summary>What was typed so far; empty before the first key.</summary>
    public string Text
    {
        get;
        init => field = (value.Length > LongestText ? value[..LongestText] : value).Trim();
    } = "";

    /// <summary>How many results are known already.</summary>
    public int Skip { get; init; }

    /// <summary>How many are wanted at most.</summary>
    public required int Count { get; init; }

    /// <summary>Language of the person's client where the bot speaks it: of the list, and of the cards.</summary>
    public required string Language { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The person's own requests, the one changed last first; empty for another command.</summary>
    public IReadOnlyList<Request> Requests { get; init; } = [];

    /// <summary>The DR events of the person's tenant, open ones first; empty for another command.</summary>
    public IReadOnlyList<RecoveryEvent> Events { get; init; } = [];

    /// <summary>The part of what was found that is wanted now.</summary>
    public IReadOnlyList<T> Page<T>(IEnumerable<T> found) => [.. found.Skip(Skip).Take(Count)];
}
