namespace ChatOpsBot.Application.Desks.IbmCloud;

/// <summary>
/// What cases are about, as IBM's catalogue knows it. Configuration section <c>Desk:IbmCloud:Offering</c>.
/// </summary>
public sealed record IbmCloudOfferingOptions
{
    public const string Section = "Desk:IbmCloud:Offering";

    /// <summary>Its name, as the Support Center lists it.</summary>
    public string? Name { get; init; }

    /// <summary>What kind of key it has. Default: crn_service_name.</summary>
    public string Group { get; init; } = "crn_service_name";

    /// <summary>Its key: the service name in the CRNs of its resources.</summary>
    public string? Key { get; init; }

    /// <summary>Its id in the catalogue, where the key is not enough.</summary>
    public string? Id { get; init; }

    /// <summary>IBM takes no technical case without it.</summary>
    internal bool IsSet => !string.IsNullOrWhiteSpace(Name) && !(string.IsNullOrWhiteSpace(Key) && string.IsNullOrWhiteSpace(Id));
}
