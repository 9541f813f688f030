using System.Globalization;

namespace ChatOpsBot.Tests.Chats;

/// <summary>
/// Writes down what came of presses at the same time. Who was first is chance: so the lines are sorted, and from then on the chat
/// calls the racers one of them.
/// </summary>
internal sealed class ChatRace
{
    private const string Anybody = "<one of them>";

    private readonly HashSet<string> _names = [];

    /// <summary>Two people race; their names are a subject of chance from now on.</summary>
    public void Enter(string one, string other)
    {
        foreach (var person in new[] { one, other }.Where(_ => one != other))
            _names.Add(CultureInfo.InvariantCulture.TextInfo.ToTitleCase(person));
    }

    /// <summary>A line as it can stand in a chat file.</summary>
    public string Without(string line) => _names.Aggregate(line, (text, name) => text.Replace(name, Anybody, StringComparison.Ordinal));

    /// <summary>What both were answered.</summary>
    public static IEnumerable<string> Answers(IEnumerable<string?> answers)
    {
        string[] sorted =
        [
            .. answers.Select(answer => answer ?? "(nothing)").OrderBy(Weight).ThenBy(answer => answer, StringComparer.Ordinal),
        ];
        return sorted.Distinct().Count() == 1
            ? [$"(to both) {sorted[0]}"]
            : [$"(to the first) {sorted[0]}", $"(to the second) {sorted[1]}"];
    }

    private static int Weight(string answer) => answer[0] is '(' ? 1 : 0;
}
