using System.Collections.Frozen;
using ChatOpsBot.Domain.Understanding.Vocabulary;

namespace ChatOpsBot.Domain.Understanding.Slots;

/// <summary>Takes out of a wish the values it names, as they stand in the text.</summary>
internal sealed class SlotReader
{
    /// <summary>Slot of the names and times that were said and that no other slot took.</summary>
    public const string Rest = "rest";

    private const string DrFailover = "dr_failover";
    private const string Restore = "restore";
    private const string Backup = "backup";

    private readonly IReadOnlyDictionary<string, List<string>> _words;
    private readonly NameFinder _names;
    private readonly TimeSpanFinder _times;
    private readonly IReadOnlySet<string> _systems;

    public SlotReader(IReadOnlyDictionary<string, List<string>> words)
        : this(words, new NameFinder(words), new TimeSpanFinder(words), new SaidReport(words), FrozenSet<string>.Empty)
    {
    }

    private SlotReader(
        IReadOnlyDictionary<string, List<string>> words,
        NameFinder names,
        TimeSpanFinder times,
        SaidReport report,
        IReadOnlySet<string> systems) =>
        (_words, _names, _times, Report, _systems) = (words, names, times, report, systems);

    /// <summary>The same, which takes a name of these for a system wherever it stands.</summary>
    public SlotReader Knowing(IReadOnlySet<string>? systems) =>
        systems is not { Count: > 0 } ? this : new(_words, _names, _times, Report, systems);

    /// <param name="isContinued">What the request is about is known: a place that is named is where it goes to.</param>
    public IReadOnlyDictionary<string, string> Read(Sentence sentence, string request, bool isContinued = false)
    {
        var particulars = Particulars.In(sentence.Text, _words.GetValueOrDefault("contact-lead", []));
        var command = request is Restore or Backup ? ClCommand.In(sentence.Text) : null;
        var names = new NamePile(
            [
                .. _names.Find(sentence, _systems, LeadOf(request))
                    .Where(name => !particulars.Hold(name.Start) && command?.Holds(name.Start) is not true)
                    .Select(name => isContinued && _systems.Count > 0 ? name with { IsListed = _systems.Contains(name.Text) } : name),
            ],
            _words,
            isContinued);
        var times = new SaidTimes(
            sentence.Text,
            [.. _times.Find(sentence).Select(particulars.CutFrom).Where(time => !names.IsWayTo(time) && !names.AreMembers(time))],
            _words);
        var time = request is Restore or Backup ? null : times.TakeLast();
        List<string> left = [.. command?.Unread ?? []];
        var slots = request switch
        {
            "pam" => PrivilegedAccess(names, sentence, time),
            DrFailover => Failover(names, IsAtOnce(time) ? null : time),
            Backup => SavedSlots.OfBackup(names, command, times),
            Restore => Restored(SavedSlots.OfRestore(names, command, times), left, sentence),
            _ => Named(names, time),
        };
        foreach (var (slot, value) in particulars.Slots)
            slots[slot] = value;
        slots[Rest] = Together([.. left, .. names.Left, .. times.Left]);
        return slots.Where(slot => slot.Value is not null).ToDictionary(slot => slot.Key, slot => slot.Value!);
    }

    // Replacing what is there is confirmed on the form. Where another place is named, there is nothing to replace, and the word is told.
    private Dictionary<string, string?> Restored(Dictionary<string, string?> slots, List<string> left, Sentence sentence)
    {
        if (ReplacingWord(sentence) is not { } word)
            return slots;
        if (slots.ContainsKey("target_library") || slots.ContainsKey("target_directory"))
            left.Add(word);
        else
            slots["replace"] = word;
        return slots;
    }

    /// <summary>What people say of what is over.</summary>
    public SaidReport Report { get; }

    /// <summary>All that is denied is that something is replaced: "restore PRODLIB, but do not overwrite anything".</summary>
    public bool DeniesReplacingAlone(Sentence sentence) =>
        sentence.Has("negation") && Denials(sentence).All(Replaces);

    // Null where replacing is denied: what is there stays as it is.
    private string? ReplacingWord(Sentence sentence) => Denials(sentence).Any(Replaces) ? null
        : _words.GetValueOrDefault("replace", []).FirstOrDefault(word => Says(sentence, word));

    // A denial with the two words that may follow it: "do not (just) overwrite".
    private static IEnumerable<IEnumerable<Reading>> Denials(Sentence sentence) => sentence.Mood.Where(hit => hit.Name == "negation")
        .Select(denial => sentence.Words.Skip(denial.First).Take(denial.Length + 2));

    private bool Replaces(IEnumerable<Reading> said) =>
        said.Any(word => _words.GetValueOrDefault("replace", []).Contains(word.Token.Plain));

    // Japanese puts no spaces between words.
    private static bool Says(Sentence sentence, string word) => char.IsAscii(word[0])
        ? sentence.Words.Any(said => said.Token.Plain == word)
        : sentence.Text.Contains(word, StringComparison.Ordinal);

    private static string? Together(IReadOnlyList<string> left) => left.Count == 0 ? null : string.Join(SaidName.Between, left);

    // Of systems no small word is sure enough to be one: a failover is too much to guess at.
    private static string? LeadOf(string request) => request switch
    {
        Restore or Backup => "object-after",
        DrFailover => null,
        _ => "user-after",
    };

    /// <summary>How many names of systems, objects or profiles the sentence holds.</summary>
    public int NamesIn(Sentence sentence) => _names.Find(sentence).Count;

    // "Fail over now" names no time: that is when failovers are wanted.
    private bool IsAtOnce(string? time) =>
        time is not null && _words.GetValueOrDefault("at-once", []).Contains(time, StringComparer.OrdinalIgnoreCase);

    // Of a request that the vocabulary does not know: the systems, what or whom it is about, and when.
    private static Dictionary<string, string?> Named(NamePile names, string? time)
    {
        var @object = names.TakeObject();
        var lpar = names.Take("lpar") ?? names.TakeLparLike("on") ?? names.Take("on");
        // Profiles may end in a number like systems do: what something is done for, on a system, is a profile.
        var user = names.Take("user-noun") ?? names.TakeUnlessLparLike() ?? (lpar is null ? null : names.Take("for-whom"));
        List<string> lpars = lpar is null ? [] : [lpar];
        while (names.TakeLparLike(null) is { } further)
            lpars.Add(further);
        return new()
        {
            ["object"] = @object,
            ["lpar"] = lpars.Count == 0 ? null : string.Join(", ", lpars),
            ["user"] = user,
            ["when"] = time,
        };
    }

    private Dictionary<string, string?> PrivilegedAccess(NamePile names, Sentence sentence, string? time)
    {
        // "The same profile as JDOE" names a person to look at, and no profile.
        names.SetAside("same");
        var profile = names.Take("pam-profile");
        var lpar = names.TakeListed() ?? names.Take("lpar") ?? names.TakeLparLike("on")
            ?? (profile is null && names.Count < 3 ? null : names.Take("on"));
        var action = sentence.Mood.Where(hit => hit.Name == "change-action").Select(hit => (Hit?)hit).FirstOrDefault();
        profile ??= names.Count > 1 ? names.Take("swap-to") ?? names.TakeLast() : null;
        if (profile is null && action is not null && sentence.Trade.Any(hit => hit.Name == "change"))
            profile = names.Take("profile-noun");
        // What gives all authority is a word of the trade elsewhere.
        profile ??= sentence.Words.Select(word => word.Token.Surface).FirstOrDefault(word =>
            _words.GetValueOrDefault("supplied-profiles", []).Contains(word, StringComparer.OrdinalIgnoreCase));
        var user = names.Take("user-noun");
        return new()
        {
            ["user"] = user ?? names.TakeAny(),
            ["pam_profile"] = profile,
            ["lpar"] = lpar,
            ["action"] = action is { } said ? sentence.Words[said.First].Token.Surface : null,
            ["window"] = time,
        };
    }

    private static Dictionary<string, string?> Failover(NamePile names, string? time)
    {
        var to = names.Take("to");
        var from = names.Take("from") ?? names.TakeAny();
        return new() { ["from_lpar"] = from, ["to_lpar"] = to ?? names.TakeAny(), ["when"] = time };
    }
}
