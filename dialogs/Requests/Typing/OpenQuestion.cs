using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Dialogs.Requests.Typing;

/// <summary>What a draft waits for, said again after something else was talked about.</summary>
internal static class OpenQuestion
{
    public static Reply.Say Repeat(Request draft, RequestTransitions moves)
    {
        var words = moves.WordsOf(draft);
        return new(
            draft.Asking is null || moves.FormOf(draft).Fields.FirstOrDefault(field => field.Id == draft.Asking) is not { } asked
                ? words.Shared.Say("forms.back_to_review", ("title", words.TitleOf(draft)), ("key", draft.Key))
                : words.Shared.Say("forms.back_to", ("title", words.TitleOf(draft)), ("question", words.Ask(asked))));
    }
}
