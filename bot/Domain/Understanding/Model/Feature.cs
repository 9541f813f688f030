namespace ChatOpsBot.Domain.Understanding.Model;

/// <summary>Something that a message has or has not.</summary>
/// <param name="Id">Hash of its name: two names in 100,000 may share one, which does no harm.</param>
internal readonly record struct Feature(FeatureGroup Group, uint Id)
{
    private const uint Start = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>FNV-1a, which is the same on every machine and at every start.</summary>
    public static Feature Of(FeatureGroup group, char kind, ReadOnlySpan<char> name, ReadOnlySpan<char> more = default)
    {
        var hash = (Start ^ (uint)group) * Prime;
        hash = (hash ^ kind) * Prime;
        foreach (var letter in name)
            hash = (hash ^ letter) * Prime;
        hash = (hash ^ '\t') * Prime;
        foreach (var letter in more)
            hash = (hash ^ letter) * Prime;
        return new(group, hash);
    }
}
