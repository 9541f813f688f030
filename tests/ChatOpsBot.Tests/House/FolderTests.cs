using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Extensions;
using ArchUnitNET.Loader;

namespace ChatOpsBot.Tests.House;

/// <summary>Folders that stand beside each other refer to each other one way only, so that each can be read without the next.</summary>
public sealed class FolderTests
{
    private static readonly Architecture House = new ArchLoader().LoadAssemblies([.. TypeTests.Assemblies]).Build();

    /// <summary>
    /// Types that stand directly in a project or folder put together what lies below it, or are shared by it; they belong to no side.
    /// </summary>
    public static TheoryData<string> Parents => [.. Edges().Select(edge => edge.Parent).Distinct().Order()];

    [Theory]
    [MemberData(nameof(Parents))]
    public void No_folder_refers_back_to_one_that_refers_to_it(string parent)
    {
        var edges = Edges().Where(edge => edge.Parent == parent).ToLookup(edge => edge.From);
        var cycle = edges.Select(from => Cycle(from.Key, from.Key, edges, [])).FirstOrDefault(found => found is not null);
        Assert.True(
            cycle is null,
            $"{parent} has a cycle: {string.Join(", ", (cycle ?? []).Select(edge => $"{edge.From} -> {edge.To} ({edge.Cause})"))}");
    }

    private static List<Edge>? Cycle(string start, string at, ILookup<string, Edge> edges, List<Edge> path)
    {
        foreach (var edge in edges[at].Where(edge => path.TrueForAll(before => before.From != edge.To || edge.To == start)))
        {
            if (edge.To == start)
                return [.. path, edge];
            if (path.Exists(before => before.To == edge.To))
                continue;
            if (Cycle(start, edge.To, edges, [.. path, edge]) is { } found)
                return found;
        }

        return null;
    }

    private static List<Edge> Edges()
    {
        var own = House.Types.Where(type => type.Namespace.FullName.StartsWith("ChatOpsBot.", StringComparison.Ordinal)).ToList();
        return [.. own
            .SelectMany(type => type.GetTypeDependencies(House), (type, other) => EdgeOf(type, other))
            .OfType<Edge>()
            .DistinctBy(edge => (edge.Parent, edge.From, edge.To))];
    }

    // The first place at which the two namespaces part.
    private static Edge? EdgeOf(IType type, IType other)
    {
        var (from, to) = (type.Namespace.FullName.Split('.'), other.Namespace.FullName.Split('.'));
        var same = from.Zip(to).TakeWhile(pair => pair.First == pair.Second).Count();
        return same < 2 || same == from.Length || same == to.Length || from.Contains("Migrations") ? null
            : new(string.Join('.', from[..same]), from[same], to[same], $"{type.Name} > {other.Name}");
    }

    private sealed record Edge(string Parent, string From, string To, string Cause);
}
