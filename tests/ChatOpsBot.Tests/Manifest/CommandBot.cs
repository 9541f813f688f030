using ChatOpsBot.Application.Settings;
using ChatOpsBot.Application.Turns;
using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Tests.Dialogs;
using ChatOpsBot.Tests.Understanding;
using NodaTime;

namespace ChatOpsBot.Tests.Manifest;

/// <summary>The bot's topics in their order, hearing what a person writes first in a place, by the reader of the real bot.</summary>
internal sealed class CommandBot(string language, PlaceKind place)
{
    private static readonly RequestServices Kit = TestKit.Of();
    private static readonly Person Ana = new("aad-ana", "Ana");
    private static readonly TurnMaker Turns = new(
        Listener.Shipped,
        new CommandReader(Kit),
        WordsCatalog.Load(),
        Kit.Systems,
        TimeProvider.System,
        new DefaultTimeZone(DateTimeZone.Utc));

    public static IReadOnlyList<ITopic> Topics { get; } = ChatOpsBot.Dialogs.Topics.All(Kit, new RequestCards(Kit));

    /// <returns>The name of the topic that answered, and all it said.</returns>
    public (string Topic, string Text) Hear(string text)
    {
        var turn = Turns.Make(
            new()
            {
                CorrelationId = "test",
                Input = new TurnInput.Message(text),
                Who = Ana,
                Where = new("chat-1", place),
                Locale = language,
            },
            before: null) with
        {
            Following = new() { Owner = Ana },
        };
        foreach (var topic in Topics)
        {
            if (topic.Answer(turn) is { } effects)
                return (topic.GetType().Name, string.Join('\n', effects.Replies.Select(TextOf)));
        }

        return ("none", "");
    }

    private static string TextOf(Reply effect) => effect switch
    {
        Reply.Say say => say.Text,
        Reply.Show show => CardText.Of(show.Card),
        _ => "",
    };
}
