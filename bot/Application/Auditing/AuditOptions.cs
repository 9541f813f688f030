using System.ComponentModel.DataAnnotations;
using ChatOpsBot.Application.Settings;

namespace ChatOpsBot.Application.Auditing;

/// <summary>How the end of the audit chain is made known outside the database. Configuration section <c>Audit</c>.</summary>
public sealed record AuditOptions : IValidatableObject
{
    public const string Section = "Audit";

    /// <summary>How often the head of the chain is logged, where it has changed. Default: 15 minutes.</summary>
    [SettingRange("00:01:00", "1.00:00:00")]
    public TimeSpan AnchorEvery { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Address of a timestamp authority (RFC 3161) that signs the head of the chain, such as `http://timestamp.example.com`. It is sent a
    /// hash and nothing else. Empty: none is asked.
    /// </summary>
    public string? TimestampAuthority { get; init; }

    /// <summary>How often it is asked, where the head has changed. Default: 1 day.</summary>
    [SettingRange("00:01:00", "31.00:00:00")]
    public TimeSpan TimestampEvery { get; init; } = TimeSpan.FromDays(1);

    internal Uri? ReadAuthority() =>
        Uri.TryCreate(TimestampAuthority?.Trim(), UriKind.Absolute, out var address) && address is { Scheme: "https" or "http" }
            ? address
            : null;

    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrWhiteSpace(TimestampAuthority) && ReadAuthority() is null)
            yield return new($"{Section}:TimestampAuthority is not an address such as http://timestamp.example.com.");
    }
}
