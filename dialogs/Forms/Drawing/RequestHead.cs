using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Forms.Wording;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Dialogs.Forms.Drawing;

/// <summary>The top of every card of a request: what it is, its key, how it stands, and what was just said about it.</summary>
internal static class RequestHead
{
    /// <summary>Of a request that was sent: how it stands comes first, with the number that the desk knows it by, if it told one.</summary>
    public static Container DrawStatus(TypeWords words, Request request, ContainerStyle style, string state, string? said)
    {
        var first = request.Ticket?.Number is { } number
            ? $"{words.Shared.Say("status.ticket", ("number", PlainText.Line(number)))}: {state}"
            : char.ToUpperInvariant(state[0]) + state[1..];
        return Draw(words, request, style, first, $"{words.TitleOf(request)} · {request.Key}", said);
    }

    public static Container Draw(TypeWords words, Request request, ContainerStyle style, string state, string? said) =>
        Draw(words, request, style, words.TitleOf(request), $"{request.Key} · {state}", said);

    private static Container Draw(
        TypeWords words, Request request, ContainerStyle style, string first, string second, string? said) => new(
    [
        new TextBlock(first) { Size = TextSize.Large, Weight = TextWeight.Bolder, IsHeading = true },
        new TextBlock(second) { IsSubtle = true, Spacing = Spacing.None },
        .. words.Notice(request) is { } notice ? [new TextBlock(notice) { Spacing = Spacing.Small }] : Array.Empty<Element>(),
        .. said is null ? Array.Empty<Element>() : [new TextBlock(said) { Weight = TextWeight.Bolder, Spacing = Spacing.Small }],
    ])
        {
            Style = style,
            Bleed = true,
        };
}
