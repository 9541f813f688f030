namespace ChatOpsBot.Domain.Understanding.Slots;

/// <summary>The names of a sentence, taken one by one for the slots they fill: what is taken is gone.</summary>
/// <param name="isContinued">What the request is about was named before.</param>
internal sealed class NamePile(IReadOnlyList<SaidName> names, IReadOnlyDictionary<string, List<string>> words, bool isContinued)
{
    private static readonly string[] Kinds = ["library", "object", "lpar"];

    private static readonly char[] Seams = [' ', ',', ';'];

    private readonly List<string> _aside = [];
    private readonly List<SaidName> _left = [.. names.DistinctBy(name => name.Text)];

    public int Count => _left.Count;

    /// <summary>What the request is about was named before.</summary>
    public bool IsContinued { get; } = isContinued;

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

    /// <summary>A stretch that begins with a word and a system tells the way and no time: "nach LPAR2".</summary>
    public bool IsWayTo(string stretch) => stretch.Split(' ') is [_, var second, ..]
        && _left.Exists(name => name.IsLparLike && string.Equals(name.Text, second, StringComparison.Ordinal));

    /// <summary>A stretch that reads as months names members: "the members JAN and FEB".</summary>
    public bool AreMembers(string stretch) => _left.Exists(name =>
        name.Follows(words.GetValueOrDefault("member", []))
        && name.Text.Split(SaidName.Between) is var members
        && stretch.Split(Seams, StringSplitOptions.RemoveEmptyEntries).Where(word => word.Any(char.IsUpper)).ToList() is [_, ..] named
        && named.TrueForAll(members.Contains));

    /// <summary>A system that is known by its name, wherever it stands.</summary>
    public string? TakeListed() => Remove(_left.FirstOrDefault(name => name.IsListed is true));

    /// <summary>Where something is to go, beside another name that says what: "into library TESTLIB", "to LPAR2"; null for none.</summary>
    /// <param name="isSystem">A system, or else a library or a directory.</param>
    public SaidName? TakeTarget(bool isSystem)
    {
        var leads = words.GetValueOrDefault("into", []);
        string[] kinds = [.. Kinds.SelectMany(key => words.GetValueOrDefault(key, [])).Distinct()];
        var target = _left.Count < Fewest ? null : _left.FirstOrDefault(name => name.IsLparLike == isSystem && Follows(name, leads));
        Remove(target);
        return target;

        bool Follows(SaidName name, IReadOnlyCollection<string> leads) =>
            name.IsDirection || name.Follows(leads) || name.Follows(leads.SelectMany(lead => kinds.Select(kind => $"{lead} {kind}")));
    }

    /// <summary>A library or directory named after a system: "to LPAR2 in TESTLIB", "from LPAR1 into TESTLIB on LPAR2".</summary>
    public SaidName? TakePlaceAfter(SaidName system)
    {
        string[] leads = [.. words.GetValueOrDefault("on", []), .. words.GetValueOrDefault("library", [])];
        var place = _left.Count < Fewest
            ? null
            : _left.FirstOrDefault(name => !name.IsLparLike && name.Start > system.Start && name.Follows(leads));
        Remove(place);
        return place;
    }

    /// <summary>Where two systems are named, the second one is where something goes to: "... on LPAR1 ... on LPAR2".</summary>
    public (SaidName From, SaidName To)? TakeSecondSystem()
    {
        if (_left.Where(name => name.IsListed is true).ToList() is not [var from, var to])
            return null;
        Remove(to);
        return (from, to);
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

    // What goes somewhere is named beside the place.
    private int Fewest => IsContinued ? 1 : 2;

    private string? Remove(SaidName? name)
    {
        if (name is not null)
            _left.Remove(name);
        return name?.Text;
    }
}
