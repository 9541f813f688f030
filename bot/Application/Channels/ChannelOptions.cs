using System.ComponentModel.DataAnnotations;
using ChatOpsBot.Domain.Systems;
using ChatOpsBot.Storage.Recovery;

namespace ChatOpsBot.Application.Channels;

/// <summary>Channels that follow DR events by configuration. Configuration section <c>Recovery:Channels</c>.</summary>
public sealed class ChannelOptions : IValidatableObject
{
    public const string Section = "Recovery:Channels";

    public IReadOnlyList<ListedChannel> Listed { get; private set; } = [];

    private IReadOnlyList<string> Faults { get; set; } = [];

    internal void Read(IConfigurationSection section, Inventory systems)
    {
        var entries = section.GetChildren().Select(entry => new WrittenChannel(entry, systems)).ToList();
        Listed = [.. entries.Select(entry => entry.Channel)];
        Faults =
        [
            .. section.Value is { Length: > 0 }
                ? [$"{section.Path} must be a list; its first item is {section.Path}:0."]
                : Array.Empty<string>(),
            .. entries.SelectMany(entry => entry.Faults()),
            .. entries
                .Where(entry => entry.Channel.Id.Length > 0)
                .GroupBy(entry => entry.Channel.Id, StringComparer.Ordinal)
                .SelectMany(same => same.Skip(1))
                .Select(entry => $"{entry.Path}: {entry.Channel.Id} is listed more than once."),
        ];
    }

    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext) =>
        Faults.Select(fault => new ValidationResult(fault));
}
