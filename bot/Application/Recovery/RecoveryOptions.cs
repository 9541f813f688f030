using System.ComponentModel.DataAnnotations;
using ChatOpsBot.Application.Settings;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests.Approvals;

namespace ChatOpsBot.Application.Recovery;

/// <summary>How DR events are managed. Configuration section <c>Recovery</c>. Who may do what is set in <c>Approvals:Roles</c>.</summary>
public sealed record RecoveryOptions : IValidatableObject
{
    public const string Section = "Recovery";

    private static readonly RecoveryPolicy Usual = new();

    /// <summary>
    /// Whether one person alone may start a DR event. <c>Required</c>: a second person must approve every declaration.
    /// <c>RequiredWithTimeLimit</c>: after <see cref="ApprovalWindow"/> somebody in the role <c>dr-coordinator</c> may go ahead alone
    /// and gives the reason. Default: Required.
    /// </summary>
    public FourEyes FourEyes { get; init; }

    /// <summary>How long a second person has to approve a declaration. Default: 15 minutes.</summary>
    [SettingRange("00:01:00", "1.00:00:00")]
    public TimeSpan ApprovalWindow { get; init; } = Usual.ApprovalWindow;

    /// <summary>How often the approvers are asked again while nobody has decided. Default: 5 minutes.</summary>
    [SettingRange("00:01:00", "1.00:00:00")]
    public TimeSpan AskEvery { get; init; } = Usual.AskEvery;

    /// <summary>How often they are asked, at most. Default: 12.</summary>
    [SettingRange(1, 100)]
    public int AskAtMost { get; init; } = Usual.AskAtMost;

    /// <summary>
    /// How long an unplanned failover waits for approval before channels are told that it was declared and is waiting. Default: 10
    /// minutes.
    /// </summary>
    [SettingRange("00:01:00", "1.00:00:00")]
    public TimeSpan SilentAtMost { get; init; } = Usual.SilentAtMost;

    /// <summary>How often channels are promised an update within <see cref="Urgent"/> after the declaration. Default: 20 minutes.</summary>
    [SettingRange("00:01:00", "1.00:00:00")]
    public TimeSpan UpdateOften { get; init; } = Usual.Cadence.Often;

    /// <summary>How often channels are promised an update after that. Default: 1 hour.</summary>
    [SettingRange("00:01:00", "1.00:00:00")]
    public TimeSpan UpdateLater { get; init; } = Usual.Cadence.Later;

    /// <summary>How long after its declaration an event gets the more frequent updates. Default: 2 hours.</summary>
    [SettingRange("00:01:00", "1.00:00:00")]
    public TimeSpan Urgent { get; init; } = Usual.Cadence.Urgent;

    /// <summary>How long before a promised update the person who declared the event is reminded. Default: 5 minutes.</summary>
    [SettingRange("00:00:00")]
    public TimeSpan PromptBefore { get; init; } = Usual.PromptBefore;

    /// <summary>The address where people reach the bot's web pages, such as <c>https://bot.example.com</c>. Empty: not available.</summary>
    public string? PageAddress { get; init; }

    internal RecoveryPolicy Policy(ApprovalPolicy approvals) => new()
    {
        Roles = approvals.Roles,
        AnybodyWhereNobodyIsListed = approvals.AnybodyWhereNobodyIsListed,
        EscalateTo = approvals.EscalateTo,
        FourEyes = FourEyes,
        ApprovalWindow = ApprovalWindow,
        AskEvery = AskEvery,
        AskAtMost = AskAtMost,
        SilentAtMost = SilentAtMost,
        PromptBefore = PromptBefore,
        Cadence = new() { Often = UpdateOften, Later = UpdateLater, Urgent = Urgent },
    };

    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext)
    {
        if (PromptBefore >= UpdateOften || PromptBefore >= UpdateLater)
            yield return new($"{Section}:PromptBefore must be less than {Section}:UpdateOften and {Section}:UpdateLater.");

        if (
            !string.IsNullOrWhiteSpace(PageAddress)
            && !(Uri.TryCreate(PageAddress, UriKind.Absolute, out var page) && page.Scheme is "https" or "http"))
            yield return new($"{Section}:PageAddress must start with https://.");
    }
}
