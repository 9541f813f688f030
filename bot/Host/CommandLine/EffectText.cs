using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Conversation;

namespace ChatOpsBot.Host.CommandLine;

/// <summary>What a person reads in a terminal where Teams would show messages and cards.</summary>
internal static class EffectText
{
    public static string Of(IEnumerable<Effect> effects) => string.Join("\n\n", effects.Select(Of).OfType<string>());

    private static string? Of(Effect effect) => effect switch
    {
        Effect.Say say => say.Text,
        Effect.Notice notice => notice.Text,
        Effect.Show show => CardText.Of(show.Card),
        Effect.Replace replace => CardText.Of(replace.Card),
        Effect.Remember or Effect.SaveRequest or Effect.SaveEvent or Effect.Enqueue or Effect.Follow or Effect.StopFollowing or Effect.Forget => null,
        _ => throw new InvalidOperationException($"No text is known for {effect.GetType().Name}."),
    };
}
