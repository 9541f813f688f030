using System.ComponentModel.DataAnnotations;
using ChatOpsBot.Domain.Systems;

namespace ChatOpsBot.Application.Settings.Systems;

/// <summary>
/// The systems that requests can name. Configuration section <c>Systems</c>. Either a list here or a file; with neither, any valid LPAR
/// name is accepted.
/// </summary>
public sealed class SystemsOptions : IValidatableObject
{
    public const string Section = "Systems";

    internal static readonly string[] Keys = ["File", "Lpars"];

    /// <summary>A JSON file with the list: <c>{"lpars": [...]}</c> with the same fields, starting with a lower-case letter.</summary>
    public string? File { get; private set; }

    public Inventory Inventory { get; private set; } = Inventory.Empty;

    private IReadOnlyList<string> Faults { get; set; } = [];

    internal void Read(IConfigurationSection section)
    {
        File = section["File"];
        var written = Written(section);
        var entries = written.Lpars.Select(it => new LparSettings(it)).ToList();
        var reading = Inventory.Read([.. entries.Select(it => it.Read())]);
        Inventory = reading is InventoryReading.Right right ? right.Inventory : Inventory.Empty;
        Faults =
        [
            .. written.Faults,
            .. entries.SelectMany(it => it.Faults),
            .. reading is InventoryReading.Wrong wrong
                ? wrong.Faults.Select(fault => $"{entries[fault.Entry].PlaceOf(fault)}: {fault.Text}")
                : [],
        ];
    }

    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext) =>
        Faults.Select(fault => new ValidationResult(fault));

    private static WrittenSystems Written(IConfigurationSection section)
    {
        var (file, lpars) = (section.GetSection("File"), section.GetSection("Lpars"));
        var isListed = lpars.Value is { Length: > 0 } || lpars.GetChildren().Any();
        return section.Value is { Length: > 0 } ? WrittenSystems.Fault($"{section.Path} must be a group of settings, not one value.")
            : file.GetChildren().Any() ? WrittenSystems.Fault($"{file.Path} must be one value.")
            : string.IsNullOrWhiteSpace(file.Value) ? ListedSystems.Read(lpars)
            : isListed ? WrittenSystems.Fault($"{lpars.Path} and {file.Path} are both set; list the systems in only one of them.")
            : SystemsFile.Read(file.Value);
    }
}
