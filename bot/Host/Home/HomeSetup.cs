using System.Globalization;
using ChatOpsBot.Dialogs.Words;

namespace ChatOpsBot.Host.Home;

internal static class HomeSetup
{
    /// <summary>Where the start page's form goes.</summary>
    public const string OpenPath = "/playground";

    /// <summary>The form's field: who wants to chat.</summary>
    public const string NameField = "name";

    public const int LongestName = 60;

    public static string AskName(Phrases words) => words.Say("home.name", ("most", LongestName.ToString(CultureInfo.InvariantCulture)));

    public static IServiceCollection AddHome(this IServiceCollection services) => services.AddSingleton<HomeEndpoint>();

    /// <summary>The page at the bot's own address.</summary>
    public static void MapHome(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/", (HttpContext http, HomeEndpoint home) => home.ShowAsync(http));
        endpoints.MapPost(OpenPath, (HttpContext http, HomeEndpoint home) => home.OpenAsync(http));
    }
}
