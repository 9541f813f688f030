using System.Globalization;
using ChatOpsBot.Domain.IbmI;
using ChatOpsBot.Domain.Systems;

namespace ChatOpsBot.Domain.Recovery;

/// <summary>What a name turns out to be when a channel is to follow it.</summary>
public abstract record FollowedName
{
    /// <summary>What stands for every system, where a name would stand.</summary>
    public const string Everything = "*";

    private FollowedName()
    {
    }

    /// <summary>A system of either side that DR events can be about.</summary>
    /// <param name="Name">In capitals, as it is compared.</param>
    public sealed record Known(string Name) : FollowedName;

    /// <summary>A listed system without the DR add-on: nothing can fail over.</summary>
    public sealed record WithoutDr(string Name) : FollowedName;

    /// <summary>Not among the systems listed; where none is listed, no name of an LPAR.</summary>
    public sealed record Unknown(string Name) : FollowedName;

    public static FollowedName Read(string typed, Inventory systems)
    {
        var name = typed.Trim().ToUpper(CultureInfo.InvariantCulture);
        if (systems.IsEmpty)
            return IbmINames.Lpar(name) is Checked<LparName>.Right ? new Known(name) : new Unknown(name);

        var isDrSide = systems.All.Any(lpar => string.Equals(lpar.DrPartner, name, StringComparison.OrdinalIgnoreCase));
        return systems.Find(name) switch
        {
            { HasDr: false } when !isDrSide => new WithoutDr(name),
            null when !isDrSide => new Unknown(name),
            _ => new Known(name),
        };
    }

    /// <summary>Every name that can be followed, primary sides first, as the operator wrote them.</summary>
    public static IReadOnlyList<string> All(Inventory systems) =>
    [
        .. systems.All.Where(lpar => lpar.HasDr).Select(lpar => lpar.Name)
            .Concat(systems.All.Select(lpar => lpar.DrPartner).OfType<string>())
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];
}
