using System.ComponentModel.DataAnnotations;
using ChatOpsBot.Application.Settings;

namespace ChatOpsBot.Application.Pages;

/// <summary>Responsibilities pages of other services, answered from beside the matrix. Configuration section <c>Matrix</c>.</summary>
public sealed record PageOptions : IValidatableObject
{
    public const string Section = "Matrix";

    /// <summary>A folder with Markdown files (*.md), a page each. People name a page by the service in its title or by the name of its
    /// file. Not set: the matrix alone.</summary>
    public string? Pages { get; init; }

    /// <summary>How often to look for new, changed and removed pages. Default: 10 seconds.</summary>
    [SettingRange("00:00:01", "01:00:00")]
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(10);

    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrWhiteSpace(Pages) && !Directory.Exists(Pages))
            yield return new($"{Section}:{nameof(Pages)}: there is no folder {Pages}.", [nameof(Pages)]);
    }
}
