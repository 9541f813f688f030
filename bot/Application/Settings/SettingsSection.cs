namespace ChatOpsBot.Application.Settings;

/// <summary>A section of the configuration, so that names in it that nobody reads are found. Several may share one name.</summary>
/// <param name="Name">Such as <c>Recovery:Announcing</c>.</param>
/// <param name="Defaults">An instance without settings; null for a section that its owner reads by itself.</param>
/// <param name="Keys">The names it may contain.</param>
internal sealed record SettingsSection(string Name, object? Defaults, IReadOnlyList<string> Keys)
{
    public static SettingsSection Of<T>(string name)
        where T : class, new() => new(name, new T(), [.. typeof(T).GetProperties().Where(it => it.CanWrite).Select(it => it.Name)]);
}
