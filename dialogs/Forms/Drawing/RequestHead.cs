using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Forms.Wording;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Dialogs.Forms.Drawing;

/// <summary>The top of every card of a request: what it is, its key, how it stands, and what was just said about it.</summary>
internal static class RequestHead
{
    public static Container Draw(TypeWords words, Request request, ContainerStyle style, string state, string? said) => new(
    [
        new TextBlock(words.TitleOf(request)) { Size = TextSize.Large, Weight = TextWeight.Bolder, IsHeading = true },
        new TextBlock($"{request.Key} · {state}") { IsSubtle = true, Spacing = Spacing.None },
        .. words.Notice(request) is { } notice ? [new TextBlock(notice) { Spacing = Spacing.Small }] : Array.Empty<Element>(),
        .. said is null ? Array.Empty<Element>() : [new TextBlock(said) { Weight = TextWeight.Bolder, Spacing = Spacing.Small }],
    ])
    {
        Style = style,
        Bleed = true,
    };
}
