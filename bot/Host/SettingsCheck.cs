using ChatOpsBot.Application.Settings;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host;

/// <summary>
/// Finds settings that nobody reads, and those that cannot be read as what they are to be. The configuration binder stops at the first
/// of them, and the rules of the options are then not asked at all; here each becomes one more fault beside those of the rules.
/// </summary>
internal static class SettingsCheck
{
    /// <summary>
    /// Makes the faults found now part of what is validated at start, and puts the default in the place of each wrong value, so that
    /// the rules can look at the rest. The host does not start with a default that somebody meant to be something else. To be called
    /// when all sections have been added.
    /// </summary>
    /// <param name="urls">Where the bot is to listen.</param>
    public static void AddCheck(WebApplicationBuilder builder, string urls)
    {
        var sections = builder
            .Services.Where(it => it.ServiceType == typeof(SettingsSection))
            .Select(it => it.ImplementationInstance)
            .OfType<SettingsSection>()
            .ToList();
        string[] faults =
        [
            .. SettingNames.Unknown(builder.Configuration, sections),
            .. sections.SelectMany(it => OfSection(builder.Configuration.GetSection(it.Name), it.Defaults)),
            .. LogLevels(builder.Configuration.GetSection("Logging")),
            .. ListenAddresses.Faults(urls),
        ];
        builder.Services.AddOptions<Readable>().ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<Readable>>(new OptionsRule<Readable>(_ => faults));
    }

    private static IEnumerable<string> OfSection(IConfigurationSection section, object? defaults)
    {
        if (defaults is null)
            yield break;

        if (section.Value is { Length: > 0 })
            yield return $"{section.Path} must be a group of settings, not one value.";

        foreach (var property in defaults.GetType().GetProperties().Where(it => it.CanWrite))
        {
            if (SettingText.Fault(section.GetSection(property.Name), property.PropertyType) is not { } fault)
                continue;

            section[property.Name] = SettingText.Of(property.GetValue(defaults));
            yield return fault;
        }
    }

    // Logging:LogLevel:Default, and Logging:Console:LogLevel:Default for one kind of log alone.
    private static IEnumerable<string> LogLevels(IConfigurationSection logging)
    {
        var levels = logging
            .GetChildren()
            .Prepend(logging)
            .Select(it => it.GetSection("LogLevel"))
            .SelectMany(it => it.GetChildren())
            .ToList();
        foreach (var level in levels)
        {
            if (SettingText.Fault(level, typeof(LogLevel)) is not { } fault)
                continue;

            level.Value = nameof(LogLevel.Information);
            yield return fault;
        }
    }

    /// <summary>Stands for all settings among the options that are validated at start.</summary>
    private sealed class Readable;
}
