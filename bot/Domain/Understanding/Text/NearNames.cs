using Lucene.Net.Util.Automaton;

namespace ChatOpsBot.Domain.Understanding.Text;

/// <summary>Names that differ from a typed one by a slip or two: a letter too many, too few, wrong, or two swapped.</summary>
public static class NearNames
{
    /// <param name="slips">How many slips may be between them: 1 or 2.</param>
    /// <returns>Those with the fewest slips, in their order; compared as they are written.</returns>
    public static IEnumerable<string> To(string typed, IEnumerable<string> names, int slips)
    {
        var automata = new LevenshteinAutomata(typed, withTranspositions: true);
        for (var distance = 1; distance <= slips; distance++)
        {
            var near = new CharacterRunAutomaton(automata.ToAutomaton(distance));
            if (names.Where(near.Run).ToList() is { Count: > 0 } found)
                return found;
        }

        return [];
    }
}
