using ChatOpsBot.Domain.IbmI;
using ChatOpsBot.Domain.Systems;

namespace ChatOpsBot.Domain.Requests.Fields;

/// <summary>One LPAR: chosen from the inventory, or typed and checked by rule where there is none.</summary>
public sealed class SystemField(string id) : Field<string>(id)
{
    /// <summary>Which systems of the inventory can be meant.</summary>
    public Func<Lpar, bool> Fits { get; init; } = _ => true;

    /// <summary>What is said of a system that cannot be meant, with <c>{name}</c>.</summary>
    public string Unfit { get; init; } = "system.unfit";

    public override FieldReading Read(string typed, FieldContext context) => SystemNames.Read(typed.Trim(), Fits, Unfit, context);

    public override string Parse(string written) => written;
}

/// <summary>Several LPARs.</summary>
public sealed class SystemsField(string id) : Field<IReadOnlyList<string>>(id)
{
    private const char Between = '\n';

    public Func<Lpar, bool> Fits { get; init; } = _ => true;

    public string Unfit { get; init; } = "system.unfit";

    public override FieldReading Read(string typed, FieldContext context)
    {
        List<string> names = [];
        foreach (var part in Parts(typed, context.Systems))
        {
            var reading = SystemNames.Read(part, Fits, Unfit, context);
            if (reading is not FieldReading.Right right)
                return reading;

            names.Add(right.Value);
        }

        return names.Count == 0
            ? new FieldReading.Wrong("names.none")
            : new FieldReading.Right(string.Join(Between, names.Distinct(StringComparer.OrdinalIgnoreCase)));
    }

    public override IReadOnlyList<string> Parse(string written) => written.Split(Between);

    // A name may hold a blank: the whole is looked for first, and "and" separates only where it stands alone.
    private static string[] Parts(string typed, Inventory systems) =>
        systems.Find(typed.Trim()) is not null
            ? [typed.Trim()]
            : typed.Replace(" and ", ",", StringComparison.OrdinalIgnoreCase).Replace(" und ", ",", StringComparison.OrdinalIgnoreCase)
                .Split([',', ';', '\n', '\r', '\t', '+', '&'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

internal static class SystemNames
{
    public static FieldReading Read(string name, Func<Lpar, bool> fits, string unfit, FieldContext context)
    {
        if (context.Systems.Find(name) is { } known)
            return fits(known) ? new FieldReading.Right(known.Name) : new FieldReading.Wrong(unfit, ("name", known.Name));
        if (IbmINames.Lpar(name) is Checked<LparName>.Wrong wrong)
            return new FieldReading.Wrong(NameProblems.Of(wrong.Problem));

        return context.Systems.IsEmpty
            ? new FieldReading.Right(((Checked<LparName>.Right)IbmINames.Lpar(name)).Name.Value)
            : new FieldReading.Wrong("system.unknown", ("name", name), ("names", Some(context.Systems.All.Where(fits))));
    }

    private static string Some(IEnumerable<Lpar> systems)
    {
        const int Most = 8;
        var names = systems.Select(system => system.Name).ToList();
        return names.Count <= Most ? string.Join(", ", names) : string.Join(", ", names.Take(Most)) + " …";
    }
}
