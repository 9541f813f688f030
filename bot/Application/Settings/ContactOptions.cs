using System.ComponentModel.DataAnnotations;

namespace ChatOpsBot.Application.Settings;

/// <summary>The contact for questions outside the matrix. Empty: none. Configuration section <c>Contact</c>.</summary>
public sealed record ContactOptions : IValidatableObject
{
    public const string Section = "Contact";

    /// <summary>A team, a service desk or a person, as people know it.</summary>
    public string? Name { get; init; }

    /// <summary>A page or a mail address (mailto:).</summary>
    public string? Link { get; init; }

    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrWhiteSpace(Link) && ReadLink() is not { Scheme: "https" or "http" or "mailto" })
            yield return new("Contact:Link is not an https or mailto address.");

        if (string.IsNullOrWhiteSpace(Name) && !string.IsNullOrWhiteSpace(Link))
            yield return new("Contact:Name is required when Contact:Link is set.");
    }

    internal Uri? ReadLink() => Uri.TryCreate(Link, UriKind.Absolute, out var link) ? link : null;
}
