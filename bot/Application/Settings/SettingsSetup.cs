using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Settings;

internal static class SettingsSetup
{
    /// <summary>Binds a section and validates it at start: values, rules between them, and that every name is known.</summary>
    public static IServiceCollection AddSettings<T>(this IServiceCollection services, string section)
        where T : class, new()
    {
        services.AddOptions<T>().BindConfiguration(section).ValidateOnStart();
        services.AddSingleton(SettingsSection.Of<T>(section));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<T>>(new SettingsValidator<T>(section)));
        return services;
    }

    /// <summary>The same for a section that its options read by themselves.</summary>
    /// <param name="keys">The names in it; none for a section that is a list.</param>
    public static IServiceCollection AddSettings<T>(
        this IServiceCollection services, string section, IReadOnlyList<string> keys, Action<T, IConfiguration> read)
        where T : class
    {
        services.AddOptions<T>().Configure(read).ValidateOnStart();
        services.AddSingleton(new SettingsSection(section, Defaults: null, keys));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<T>>(new SettingsValidator<T>(section)));
        return services;
    }
}
