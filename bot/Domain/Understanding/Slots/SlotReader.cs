using ChatOpsBot.Domain.Understanding.Vocabulary;

namespace ChatOpsBot.Domain.Understanding.Slots;

/// <summary>Takes out of a wish the values it names, as they stand in the text.</summary>
internal sealed class SlotReader(IReadOnlyDictionary<string, List<string>> words)
{
    private const string DrFailover = "dr_failover";

    private readonly NameFinder _names = new(words);
    private readonly TimeSpanFinder _times = new(words);

    public IReadOnlyDictionary<string, string> Read(Sentence sentence, string request)
    {
        var command = request is "restore" or "backup" ? ClCommand.In(sentence.Text) : null;
        // What stands in a command is known by its keyword: a device is no system.
        var names = new NamePile([.. _names.Find(sentence, LeadsOf(request)).Where(name => command?.Holds(name.Start) is not true)], words);
        var time = _times.Find(sentence) is [.., var last] ? last : null;
        var slots = request switch
        {
            "pam" => PrivilegedAccess(names, sentence, time),
            DrFailover => Failover(names, IsAtOnce(time) ? null : time),
            "backup" => Saved(names, command, "when", time),
            "restore" => Saved(names, command, "point_in_time", time),
            _ => Named(names, time),
        };
        return slots.Where(slot => slot.Value is not null).ToDictionary(slot => slot.Key, slot => slot.Value!);
    }

    // Of systems no small word is sure enough to be one: a failover is too much to guess at.
    private static IEnumerable<string> LeadsOf(string request) => request switch
    {
        "restore" or "backup" => ["object-after"],
        DrFailover => [],
        _ => ["user-after"],
    };

    /// <summary>How many names of systems, objects or profiles the sentence holds.</summary>
    public int NamesIn(Sentence sentence) => _names.Find(sentence).Count;

    // "Fail over now" names no time: that is when failovers are wanted.
    private bool IsAtOnce(string? time) =>
        time is not null && words.GetValueOrDefault("at-once", []).Contains(time, StringComparer.OrdinalIgnoreCase);

    private static Dictionary<string, string?> Saved(NamePile names, ClCommand? command, string timeSlot, string? time)
    {
        if (command is not null)
            return new()
            {
                ["object"] = command.Object,
                ["object_types"] = command.ObjectTypes,
                ["target_library"] = command.Target,
                ["lpar"] = names.Take("lpar") ?? names.TakeLparLike("on") ?? names.Take("on") ?? names.TakeLparLike(null),
                [timeSlot] = time,
            };

        var @object = names.TakeObject();
        var member = names.Take("member");
        if (member is not null)
            @object = MemberOf(@object ?? names.Take("object"), member, names);
        var lpar = names.Take("lpar") ?? names.TakeLparLike("on") ?? names.TakeUnlessLibraryLike("on");
        @object ??= names.Take("object") ?? names.Take("library") ?? names.TakeUnlessLparLike();
        lpar ??= names.TakeLparLike(null);
        @object ??= names.TakeAny();
        // "CUSTMAST in PRODLIB": the library is named apart from what lies in it.
        var library =
            @object is null || @object.Contains('/', StringComparison.Ordinal)
                ? null
                : names.Take("library") ?? names.TakeLibraryLike("on");
        return new()
        {
            ["object"] = @object,
            ["library"] = library,
            ["lpar"] = lpar,
            [timeSlot] = time,
        };
    }

    // "Member JAN26 of SALES/ORDHDR": the narrower part is what is wanted. A file that is not named is asked for.
    private static string MemberOf(string? file, string member, NamePile names) =>
        file is null ? member
        : file.Contains('/', StringComparison.Ordinal) || (names.Take("library") ?? names.TakeLibraryLike("on")) is not { } library
            ? $"{file}({member})"
            : $"{library}/{file}({member})";

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

    private static Dictionary<string, string?> PrivilegedAccess(NamePile names, Sentence sentence, string? time)
    {
        var profile = names.Take("pam-profile");
        var lpar = names.Take("lpar") ?? names.TakeLparLike("on") ?? (profile is null && names.Count < 3 ? null : names.Take("on"));
        var action = sentence.Mood.Where(hit => hit.Name == "change-action").Select(hit => (Hit?)hit).FirstOrDefault();
        profile ??= names.Count > 1 ? names.Take("swap-to") ?? names.TakeLast() : null;
        if (profile is null && action is not null && sentence.Trade.Any(hit => hit.Name == "change"))
            profile = names.Take("profile-noun");
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
