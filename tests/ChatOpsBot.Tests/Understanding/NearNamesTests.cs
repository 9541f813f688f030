using ChatOpsBot.Domain.Understanding.Text;
using Lucene.Net.Util.Automaton;

namespace ChatOpsBot.Tests.Understanding;

public sealed class NearNamesTests
{
    // Few letters, so that many names are near one another; the last one is a pair of chars.
    private static readonly string[] Letters = ["a", "b", "c", "😀"];

    [Fact]
    public void Slips_are_counted_as_Lucene_counts_them()
    {
        var random = new Random(1);
        for (var round = 0; round < 300; round++)
        {
            var typed = Name(random);
            var automata = new LevenshteinAutomata(typed, withTranspositions: true);
            var near = Enumerable.Range(1, 2).Select(slips => new CharacterRunAutomaton(automata.ToAutomaton(slips))).ToList();
            for (var other = 0; other < 50; other++)
            {
                var name = Name(random);
                var slips = near.FindIndex(within => within.Run(name)) + 1;
                Assert.Equal(slips is 1, NearNames.To(typed, [name], slips: 1).Any());
                Assert.Equal(slips is 1 or 2, NearNames.To(typed, [name], slips: 2).Any());
            }
        }
    }

    [Fact]
    public void Those_with_the_fewest_slips_are_told_in_their_order() =>
        Assert.Equal(["LPRA1", "LPAR2"], NearNames.To("LPAR1", ["PAYPROD", "LPRA1", "LPAR22", "LPAR2"], slips: 2));

    private static string Name(Random random) => string.Concat(random.GetItems(Letters, random.Next(7)));
}
