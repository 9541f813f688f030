using System.Text.Json.Nodes;

namespace ChatOpsBot.Cards.Actions;

/// <summary>Opens a page in the browser, or the mail program.</summary>
public sealed record OpenUrl : CardAction
{
    public OpenUrl(string title, Uri url)
        : base(title)
    {
        if (!CanOpen(url))
            throw new ArgumentException($"A button opens https, http and mailto addresses, not \"{url}\".", nameof(url));

        Url = url;
    }

    public Uri Url { get; }

    public static bool CanOpen(Uri url) => url is { IsAbsoluteUri: true, Scheme: "https" or "http" or "mailto" };

    private protected override string Type => "Action.OpenUrl";

    private protected override void Write(JsonObject json) => json["url"] = Url.AbsoluteUri;
}
