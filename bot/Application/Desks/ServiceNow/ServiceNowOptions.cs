using System.ComponentModel.DataAnnotations;

namespace ChatOpsBot.Application.Desks.ServiceNow;

/// <summary>
/// A ServiceNow instance as a desk. Off without <see cref="InstanceUrl"/>; <c>doctor</c> checks the instance. Configuration section
/// <c>Desk:ServiceNow</c>.
/// </summary>
public sealed record ServiceNowOptions : IValidatableObject
{
    public const string Section = "Desk:ServiceNow";

    /// <summary>Address of the instance, such as `https://example.service-now.com`. Empty: ServiceNow is not used.</summary>
    public string? InstanceUrl { get; init; }

    /// <summary>
    /// User name of the bot at the instance. With OAuth: that of the registry entry's application user, so that its comments are known
    /// as the bot's own.
    /// </summary>
    public string? User { get; init; }

    /// <summary>Password of <see cref="User"/>, for an instance without OAuth; keep it in a file.</summary>
    public string? Password { get; init; }

    /// <summary>Client id of the OAuth registry entry (grant: client credentials).</summary>
    public string? ClientId { get; init; }

    /// <summary>Client secret of the OAuth registry entry; keep it in a file.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>The table of the tickets: `incident`, `sc_request`, or one of your own that extends `task`.</summary>
    public string Table { get; init; } = "incident";

    /// <summary>How tickets are written: into the table itself, or as rows of an import set. They are read from the table.</summary>
    public ServiceNowWrite Write { get; init; } = ServiceNowWrite.Table;

    /// <summary>
    /// The staging table, for import sets. Its columns are named like those of the table; its transform map takes over all of them and
    /// coalesces on <see cref="KeyColumn"/>.
    /// </summary>
    public string? StagingTable { get; init; }

    /// <summary>Column of the request's key, by which a ticket is found again. It must be searchable, and better yet unique.</summary>
    public string KeyColumn { get; init; } = "correlation_id";

    /// <summary>Column that says that a ticket is the bot's: <c>ChatOpsBot</c> stands in it.</summary>
    public string SourceColumn { get; init; } = "correlation_display";

    /// <summary>Column of the subject, for up to 120 characters.</summary>
    public string SubjectColumn { get; init; } = "short_description";

    /// <summary>Column of the text.</summary>
    public string BodyColumn { get; init; } = "description";

    /// <summary>How many characters fit into <see cref="BodyColumn"/>; what is longer goes on in a comment. Default: 4000.</summary>
    [Range(500, 1_000_000)]
    public int LongestBody { get; init; } = 4_000;

    /// <summary>Column of the requester's name, if the table has one for it. It takes text, not a reference to a user.</summary>
    public string? RequesterColumn { get; init; }

    /// <summary>Columns that always hold the same, such as `assignment_group`, `category` or `contact_type`.</summary>
    public IReadOnlyList<ServiceNowColumn> Columns { get; init; } = [];

    /// <summary>Impact and urgency by severity. What is not listed is 1/1, 2/1, 2/2 and 3/2, from the most to the least urgent.</summary>
    public IReadOnlyList<ServiceNowSeverity> Severities { get; init; } = [];

    /// <summary>
    /// What the values of `state` mean. Empty: as incidents are shipped, or tasks for every other table. If any is given, all have to be.
    /// </summary>
    public IReadOnlyList<ServiceNowState> States { get; init; } = [];

    /// <summary>Close code of a ticket that its requester closes or withdraws.</summary>
    public string CloseCode { get; init; } = "Resolved by caller";

    /// <summary>Close notes of a ticket whose solution its requester accepts.</summary>
    public string CloseNotes { get; init; } = "Accepted by its requester in Teams.";

    /// <summary>What becomes of a ticket that its requester withdraws, with a comment: it is cancelled, or resolved.</summary>
    public ServiceNowWithdrawal Withdrawal { get; init; } = ServiceNowWithdrawal.Cancel;

    /// <summary>
    /// What becomes of a ticket whose solution its requester accepts: it is closed, or a comment says so and the instance closes it later.
    /// </summary>
    public ServiceNowAcceptance Acceptance { get; init; } = ServiceNowAcceptance.Close;

    /// <summary>
    /// Secret that signs what the instance sends to `/api/desk/servicenow`; at least 32 characters; keep it in a file. Empty: nothing may
    /// be sent there, changes are polled only.
    /// </summary>
    public string? WebhookSecret { get; init; }

    /// <summary>Whether requesters read work notes too, which are meant for the desk alone.</summary>
    public bool ShowWorkNotes { get; init; }

    /// <summary>Who works on its tickets, as cards name them, such as <c>the service desk</c>. Default: nobody is named.</summary>
    public string? WorkedBy { get; init; }

    internal bool IsOn => !string.IsNullOrWhiteSpace(InstanceUrl);

    internal bool UsesOAuth => !string.IsNullOrWhiteSpace(ClientId);

    internal Uri? ReadAddress() =>
        Uri.TryCreate(InstanceUrl, UriKind.Absolute, out var address) ? new(address.GetLeftPart(UriPartial.Authority)) : null;

    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext) =>
        ServiceNowRules.Faults(this).Select(fault => new ValidationResult(fault));
}
