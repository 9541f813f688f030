using System.Globalization;

namespace ChatOpsBot.Storage.Tickets;

/// <summary>How the embedded desk numbers its tickets: <c>T-000123</c>.</summary>
public static class TicketNumber
{
    private const string Prefix = "T-";

    public static string Of(long number) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number:D6}");

    /// <summary>As people type it: <c>t-123</c>, <c>123</c>.</summary>
    /// <returns>As it is written everywhere; null where it is no number.</returns>
    public static string? Read(string typed)
    {
        var text = typed.Trim();
        var digits = text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? text[Prefix.Length..] : text;
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Of(number) : null;
    }
}
