namespace ChatOpsBot.Domain.Understanding.Slots;

/// <summary>What a wish for a backup or a restore names: what, of which system, when, and for a restore where to.</summary>
internal static class SavedSlots
{
    public static Dictionary<string, string?> OfBackup(NamePile names, ClCommand? command, SaidTimes times)
    {
        var finish = times.Take("deadline");
        return new(Of(names, command)) { ["when"] = times.TakeClock() ?? times.TakeLast(), ["finish_by"] = finish };
    }

    public static Dictionary<string, string?> OfRestore(NamePile names, ClCommand? command, SaidTimes times)
    {
        // "As it was on Friday, and please before Monday": beside another time, what something is to be done before is a deadline.
        var needed = times.Take("deadline") ?? (times.Count > 1 ? times.Take("earlier-than") : null);
        var system = command is null ? names.TakeTarget(isSystem: true) : null;
        var place = command is null ? names.TakeTarget(isSystem: false) : null;
        var two = command is null && system is null ? names.TakeSecondSystem() : null;
        system ??= two?.To;
        place ??= system is null ? null : names.TakePlaceAfter(system) ?? (two is { From: var from } ? names.TakePlaceAfter(from) : null);
        var slots = Of(names, command);
        // "Restore PRODLIB to LPAR1" names the one system there is.
        if (system is not null)
            slots[slots["lpar"] is null && !names.IsContinued ? "lpar" : "target_lpar"] = system.Text;
        if (place is not null)
            slots[place.IsPath ? "target_directory" : "target_library"] = place.Text;
        slots["point_in_time"] = times.Take("out-of") ?? times.TakeLast();
        slots["needed_by"] = needed;
        return slots;
    }

    private static Dictionary<string, string?> Of(NamePile names, ClCommand? command) => command is null ? Named(names) : new()
    {
        ["object"] = command.Object,
        ["object_types"] = command.ObjectTypes,
        ["target_library"] = command.Target,
        ["lpar"] = names.Take("lpar") ?? names.TakeLparLike("on") ?? names.Take("on") ?? names.TakeLparLike(null),
    };

    private static Dictionary<string, string?> Named(NamePile names)
    {
        var @object = names.TakeObject();
        if (names.Take("member") is { } member)
            @object = MemberOf(@object ?? names.Take("object"), member, names);
        var isWhole = names.IsWhole;
        var lpar = names.Take("lpar") ?? names.TakeLparLike("on") ?? names.TakeLparLike("out-of") ?? names.TakeUnlessLibraryLike("on");
        @object ??= names.Take("object") ?? names.Take("library") ?? names.TakeUnlessLparLike();
        lpar ??= names.TakeLparLike(null);
        @object ??= names.TakeAny();
        return new()
        {
            ["object"] = @object,
            ["library"] = @object is null || @object.Contains('/', StringComparison.Ordinal) ? null : LibraryOf(@object, names),
            ["lpar"] = lpar,
            ["whole"] = isWhole && @object is null ? lpar : null,
        };
    }

    // "CUSTMAST in PRODLIB", "CUSTMAST and ORDHDR from SALES": the library is named apart from what lies in it. What is called a library
    // by its own name lies in none.
    private static string? LibraryOf(string @object, NamePile names) => names.Take("library") ?? names.TakeLibraryLike("on")
        ?? (new SaidName(@object, [], 0).IsLibraryLike ? null : names.Take("out-of"));

    // "Member JAN26 of SALES/ORDHDR": the narrower part is what is wanted. A file that is not named is asked for.
    private static string MemberOf(string? file, string member, NamePile names) =>
        file is null ? member
        : file.Contains('/', StringComparison.Ordinal)
            || (names.Take("library") ?? names.TakeLibraryLike("on") ?? names.TakeLibraryLike("out-of")) is not { } library
            ? $"{file}({member})"
            : $"{library}/{file}({member})";
}
