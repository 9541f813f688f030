using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Dialogs.Forms.Drawing;

/// <summary>The top of every card of a request: what it is, its key, how it stands, and what was just said about it.</summary>
internal static class RequestHead
{
    public static Container Draw(string title, Request request, ContainerStyle style, string state, string? said) => new(
    [
        new TextBlock(title) { Size = TextSize.Large, Weight = TextWeight.Bolder, IsHeading = true },
        new TextBlock($"{request.Key} · {state}") { IsSubtle = true, Spacing = Spacing.None },
        .. said is null ? Array.Empty<Element>() : [new TextBlock(said) { Weight = TextWeight.Bolder, Spacing = Spacing.Small }],
    ])
    {
        Style = style,
        Bleed = true,
    };
}
