using System.Globalization;

namespace ChatOpsBot.Faults.Fuzzing;

/// <summary>What the command line asks for.</summary>
/// <param name="Count">How many activities, at least; a session is played to its end.</param>
/// <param name="Session">The one to play; null for as many as it takes.</param>
/// <param name="Replay">A file that an earlier run wrote.</param>
internal sealed record FuzzOptions(int Count = 1_000_000, int Pages = 20_000, int Seed = 1, int? Session = null, string? Replay = null)
{
    /// <returns>Null where something is not understood.</returns>
    public static FuzzOptions? Read(string[] options)
    {
        var read = new FuzzOptions();
        foreach (var pair in options.Chunk(2))
        {
            int? given = pair.Length == 2 && int.TryParse(pair[1], CultureInfo.InvariantCulture, out var number) ? number : null;
            FuzzOptions? more = (pair, given) switch
            {
                (["--count", _], { } count) => read with { Count = count },
                (["--pages", _], { } pages) => read with { Pages = pages },
                (["--seed", _], { } seed) => read with { Seed = seed },
                (["--session", _], { } session) => read with { Session = session, Pages = 0 },
                (["--replay", var file], _) => read with { Replay = file, Pages = 0 },
                _ => null,
            };
            if (more is null)
                return null;
            read = more;
        }

        return read;
    }
}
