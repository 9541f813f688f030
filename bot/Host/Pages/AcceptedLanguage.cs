using ChatOpsBot.Dialogs.Words;

namespace ChatOpsBot.Host.Pages;

internal static class AcceptedLanguage
{
    /// <summary>The language that the browser likes best of those the bot speaks; a two-letter code.</summary>
    public static string Of(HttpRequest request, WordsCatalog catalog) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(it => it.Quality ?? 1)
        .Select(it => it.Value.Value?.Split('-')[0].ToLowerInvariant())
        .FirstOrDefault(catalog.Languages.Contains) ?? WordsCatalog.Fallback;
}
