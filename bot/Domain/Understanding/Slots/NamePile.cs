namespace ChatOpsBot.Domain.Understanding.Slots;

/// <summary>The names of a sentence, taken one by one for the slots they fill: what is taken is gone.</summary>
internal sealed class NamePile(IReadOnlyList<SaidName> names, IReadOnlyDictionary<string, List<string>> words)
{
    private static readonly string[] Kinds = ["library", "object", "lpar"];

    private readonly List<string> _aside = [];
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

    /// <summary>What no slot took, but for a word in small letters that was taken for a name on its place alone.</summary>
    public IReadOnlyList<string> Left =>
        [.. _left.Select(name => name.Text).Where(name => !name.All(char.IsAsciiLetterLower)), .. _aside];

    /// <summary>A name is called whole: "the whole LPAR2".</summary>
    public bool IsWhole => _left.Exists(name => name.Follows(words.GetValueOrDefault("whole", [])));

    /// <summary>Where something is to go, beside another name that says what: "to LPAR2", "into library TESTLIB"; null for none.</summary>
    public SaidName? TakeTarget()
    {
        var leads = words.GetValueOrDefault("into", []);
        string[] kinds = [.. Kinds.SelectMany(key => words.GetValueOrDefault(key, [])).Distinct()];
        var target = _left.Count < 2 ? null : _left.FirstOrDefault(name =>
            name.Follows(leads) || name.Follows(leads.SelectMany(lead => kinds.Select(kind => $"{lead} {kind}"))));
        Remove(target);
        return target;
    }

    /// <summary>Leaves out of all slots the names that stand in comparison: "the same as JDOE".</summary>
    public void SetAside(string key)
    {
        var same = words.GetValueOrDefault(key, []);
        foreach (var name in _left.Where(name => name.Before.Intersect(same, StringComparer.OrdinalIgnoreCase).Any()).ToList())
        {
            _left.Remove(name);
            _aside.Add(name.Text);
        }
    }

    private string? Remove(SaidName? name)
    {
        if (name is not null)
            _left.Remove(name);
        return name?.Text;
    }
}
