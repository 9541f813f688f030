namespace ChatOpsBot.Tests.Chats;

/// <summary>A press as a chat tells it.</summary>
internal sealed record Press(string Button)
{
    /// <summary>Who presses; null for whoever did something last.</summary>
    public string? Who { get; init; }

    /// <summary>What is filled in first, by the name of the input.</summary>
    public IReadOnlyList<(string Input, string Said)> Fills { get; init; } = [];

    /// <summary>What is chosen in the card's first list.</summary>
    public string? Choice { get; init; }

    /// <summary>How the card's first line begins; null for the card that changed last.</summary>
    public string? Card { get; init; }

    /// <summary>On what the card was before it was replaced.</summary>
    public bool IsOld { get; init; }

    /// <summary>From a client that does not know Action.Execute.</summary>
    public bool AsMessage { get; init; }

    /// <summary>From a client that sends an input without a value as "".</summary>
    public bool SendsEmpty { get; init; }
}
