namespace ChatOpsBot.Application.Settings.Systems;

/// <summary>Systems listed in the settings themselves: <c>Systems:Lpars:0:Name</c> and so on.</summary>
internal static class ListedSystems
{
    public static WrittenSystems Read(IConfigurationSection lpars) =>
        lpars.Value is { Length: > 0 }
            ? WrittenSystems.Fault($"{lpars.Path} must be a list; its first item is {lpars.Path}:0.")
            : new(
                [.. lpars.GetChildren().Where(it => it.Value is null).Select(Lpar)],
                [
                    .. lpars
                        .GetChildren()
                        .Where(it => it.Value is not null)
                        .Select(it => $"{it.Path} must be a group of settings, not one value."),
                ]);

    private static LparSetting Lpar(IConfigurationSection lpar) => new(
        lpar.Path,
        lpar.GetChildren().ToDictionary(
            field => field.Key, field => new WrittenField(field.Value ?? "", field.Path), StringComparer.OrdinalIgnoreCase));
}
