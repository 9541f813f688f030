namespace ChatOpsBot.Domain.Understanding.Slots;

/// <summary>The names of a sentence, taken one by one for the slots they fill: what is taken is gone.</summary>
internal sealed class NamePile(IReadOnlyList<SaidName> names, IReadOnlyDictionary<string, List<string>> words)
{
    private readonly List<SaidName> _left = [.. names.DistinctBy(name => name.Text)];

    public int Count => _left.Count;

    /// <summary>The first name that follows one of the words listed under a key of the vocabulary.</summary>
    public string? Take(string key) => Remove(_left.FirstOrDefault(name => name.Follows(words.GetValueOrDefault(key, []))));

    public string? TakeObject() => Remove(_left.FirstOrDefault(name => name.IsPath || name.IsQualified));

    /// <summary>A name that is built like a system's ("LPAR7", "ERPPRD"), after one of the words of the key if one is given.</summary>
    public string? TakeLparLike(string? key) => Remove(_left.FirstOrDefault(name =>
        name.IsLparLike && (key is null || name.Follows(words.GetValueOrDefault(key, [])))));

    /// <summary>A name after one of the words of the key: "CUSTMAST on VENUS", but not "CUSTMAST in SALESLIB".</summary>
    public string? TakeUnlessLibraryLike(string key) => Remove(_left.FirstOrDefault(name =>
        !name.IsLibraryLike && name.Follows(words.GetValueOrDefault(key, []))));

    /// <summary>A name that is built like a library's, after one of the words of the key.</summary>
    public string? TakeLibraryLike(string key) => Remove(_left.FirstOrDefault(name =>
        name.IsLibraryLike && name.Follows(words.GetValueOrDefault(key, []))));

    public string? TakeUnlessLparLike() => Remove(_left.FirstOrDefault(name => !name.IsLparLike));

    public string? TakeAny() => Remove(_left.FirstOrDefault());

    public string? TakeLast() => Remove(_left.LastOrDefault());

    private string? Remove(SaidName? name)
    {
        if (name is not null)
            _left.Remove(name);
        return name?.Text;
    }
}
