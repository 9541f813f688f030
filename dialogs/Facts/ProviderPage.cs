namespace ChatOpsBot.Dialogs.Facts;

/// <summary>A collection of the provider's documentation, or a page of it, as it was read.</summary>
/// <param name="Collection">"managed", "support" or "powervs", by which the words name it.</param>
/// <param name="Link">Where it can be read; the start of the collection where the page's own address may change.</param>
/// <param name="ReadAsOf">Month of the text that was read; the day means nothing.</param>
internal sealed record ProviderPage(string Collection, Uri Link, DateOnly ReadAsOf)
{
    private const string Docs = "https://cloud.ibm.com/docs/";

    private static readonly DateOnly ManagedAsOf = new(2025, 3, 1);
    private static readonly DateOnly SupportAsOf = new(2026, 6, 1);

    private static readonly ProviderPage Managed = OfManaged("");
    private static readonly ProviderPage Access = OfManaged("?topic=ibmi-managed-powervs-access");
    private static readonly ProviderPage Support = OfSupport("");
    private static readonly ProviderPage PowerVs = new("powervs", new(Docs + "power-iaas"), new DateOnly(2026, 8, 1));

    private static readonly Dictionary<string, ProviderPage> ByFact = new()
    {
        ["profiles"] = Access,
        ["mfa-methods"] = OfManaged("?topic=ibmi-managed-powervs-faqs"),
        ["included"] = OfManaged("?topic=ibmi-managed-powervs-overview"),
        ["plans"] = Managed,
        ["ordering"] = Managed,
        ["connecting"] = Managed,
        ["console-roles"] = Access,
        ["support-case"] = OfManaged("?topic=ibmi-managed-powervs-getting-support"),
        ["severity"] = OfSupport("?topic=support-case-severity"),
        ["escalating"] = OfSupport("?topic=support-escalate-case"),
        ["agreed"] = Managed,
        ["objectives"] = Managed,
        ["host-maintenance"] = PowerVs,
        ["backup-media"] = PowerVs,
        ["incident-report"] = Support,
        ["eu-support"] = Support,
    };

    /// <summary>The names of all facts that a page is known for.</summary>
    public static IReadOnlyCollection<string> Facts => ByFact.Keys;

    /// <summary>The page that tells a fact; null for one that no page is known for.</summary>
    public static ProviderPage? Of(string fact) => ByFact.GetValueOrDefault(fact);

    private static ProviderPage OfManaged(string topic) => new("managed", new(Docs + "ibmi-managed-powervs" + topic), ManagedAsOf);

    private static ProviderPage OfSupport(string topic) => new("support", new(Docs + "support" + topic), SupportAsOf);
}
