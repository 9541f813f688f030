using ChatOpsBot.Application.Settings;

namespace ChatOpsBot.Application.Files;

internal static class FileSetup
{
    /// <summary>What becomes of files that people send.</summary>
    public static IServiceCollection AddFiles(this IServiceCollection services)
    {
        services.AddSettings<RequestFileOptions>(RequestFileOptions.Section);
        return services.AddSingleton<FileReception>();
    }
}
