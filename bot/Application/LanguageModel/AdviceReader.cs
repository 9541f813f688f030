using System.Text.Json;
using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Application.LanguageModel;

/// <summary>
/// Checks what a language model answered. It comes from outside, and whoever wrote the message may have had a hand in it: what is not
/// exactly a choice among what there is, is nothing.
/// </summary>
/// <param name="rows">Those that may be chosen, by their place.</param>
/// <param name="requests">Ids of the requests that may be chosen.</param>
internal sealed class AdviceReader(IReadOnlyList<Row> rows, IReadOnlyList<string> requests)
{
    private const int LongestAnswer = 4_000;
    private const int MostRows = 3;
    private const int MostValues = 10;
    private const int LongestValue = 200;

    /// <param name="message">What the person wrote; values are taken only where they stand in it.</param>
    /// <returns>The advice, null where the model has none; and whether the answer was of use at all.</returns>
    public (Advice? Advice, bool IsUsable) Read(string answer, string message) =>
        Parse(answer) is { } choice && IsAmongWhatThereIs(choice) ? Of(choice, message) : (null, false);

    private static AdviceChoice? Parse(string answer)
    {
        if (answer.Length > LongestAnswer)
            return null;
        try
        {
            return JsonSerializer.Deserialize(answer, AdviceJson.Default.AdviceChoice);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Of what was not chosen as well: an answer that is wrong anywhere is not to be trusted elsewhere.
    private bool IsAmongWhatThereIs(AdviceChoice choice) =>
        choice.Rows.Count <= MostRows
        && choice.Rows.Distinct().Count() == choice.Rows.Count
        && choice.Rows.All(number => number >= 1 && number <= rows.Count)
        && (choice.Side is null || AdviceWords.Sides.ContainsKey(choice.Side))
        && (choice.Request is null || requests.Contains(choice.Request))
        && (choice.SmallTalk is null || AdviceWords.Kinds.ContainsKey(choice.SmallTalk))
        && choice.Values.Count <= MostValues
        && choice.Values.All(value => AdviceWords.Slots.ContainsKey(value.Slot));

    private (Advice? Advice, bool IsUsable) Of(AdviceChoice choice, string message) => choice switch
    {
        { Choice: AdviceWords.AboutRows, Rows.Count: > 0 } =>
            (new Advice.AboutRows([.. choice.Rows.Select(number => rows[number - 1])], SideOf(choice)), true),
        { Choice: AdviceWords.OpenRequest, Request: { } request } => (new Advice.OpenRequest(request, SlotsOf(choice, message)), true),
        { Choice: AdviceWords.Talk, SmallTalk: { } kind } => (new Advice.Talk(AdviceWords.Kinds[kind]), true),
        { Choice: AdviceWords.Outside } => (new Advice.Outside(), true),
        { Choice: AdviceWords.None } => (null, true),
        _ => (null, false),
    };

    private static Party SideOf(AdviceChoice choice) => choice.Side is null ? Party.None : AdviceWords.Sides[choice.Side];

    private static Dictionary<string, string> SlotsOf(AdviceChoice choice, string message) => choice.Values
        .Where(value => value.Text.Length is > 0 and <= LongestValue && IsSaid(value.Text, message))
        .GroupBy(value => value.Slot)
        .ToDictionary(same => same.Key, same => same.First().Text);

    // As words of its own: of PRODLIB2 nobody said PRODLIB.
    private static bool IsSaid(string value, string message)
    {
        if (value.Any(char.IsControl) || value != value.Trim())
            return false;
        for (var at = message.IndexOf(value, StringComparison.Ordinal); at >= 0;
             at = message.IndexOf(value, at + 1, StringComparison.Ordinal))
        {
            var end = at + value.Length;
            if ((at == 0 || !char.IsLetterOrDigit(message[at - 1])) && (end == message.Length || !char.IsLetterOrDigit(message[end])))
                return true;
        }

        return false;
    }
}
