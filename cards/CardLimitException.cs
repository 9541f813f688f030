namespace ChatOpsBot.Cards;

/// <summary>A card was built that Teams would refuse: a fault of the code that built it.</summary>
public sealed class CardLimitException(string message) : InvalidOperationException(message);
