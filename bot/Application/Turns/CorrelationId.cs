using System.Security.Cryptography;

namespace ChatOpsBot.Application.Turns;

/// <summary>The short id that a person is told when something went wrong, and that finds the turn in the log.</summary>
public static class CorrelationId
{
    // No letter that reads like a digit or another letter: people type these off a phone.
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int Length = 6;

    public static string New() => RandomNumberGenerator.GetString(Letters, Length);
}
