namespace ChatOpsBot.Application.Turns;

/// <summary>The short id that a person is told when something went wrong, and that finds the turn in the log.</summary>
public static class CorrelationId
{
    // No letter that reads like a digit or another letter: people type these off a phone.
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int Length = 6;

    /// <summary>No secret: the system's random numbers would cost more than they are worth here.</summary>
    public static string New() => new(Random.Shared.GetItems<char>(Letters, Length));
}
