using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Forms.Reading;
using ChatOpsBot.Dialogs.Words;

namespace ChatOpsBot.Dialogs.Requests;

/// <summary>A sentence about requests there are: "status RST-7K3QZ9", "my requests", "withdraw it".</summary>
/// <param name="Verb">What is to be done: one of <see cref="Verbs"/>.</param>
/// <param name="Key">Null where no request is named.</param>
/// <param name="Miscopied">What is written like a key and is none.</param>
internal sealed record RequestCommandParser(string Verb, string? Key, string? Miscopied = null)
{
    private static readonly (string Verb, string Words)[] Commands =
    [
        (Verbs.Withdraw, "say.withdraw"),
        (Verbs.EditRequest, "say.edit"),
        (Verbs.CopyRequest, "say.copy"),
        (Verbs.Approve, "say.approve"),
        (Verbs.Reject, "say.reject"),
        (Verbs.GoOn, "say.go_on"),
        (Verbs.ShowRequest, "say.status"),
    ];

    public static RequestCommandParser? Read(string text, Turn turn, RequestServices services)
    {
        var plain = TypedText.Plain(text);
        if (IsSaid(plain, "say.mine", services.Words))
            return new(Verbs.ShowMyRequests, null);

        if (services.Keys.FindIn(text) is not [var named, ..])
            return WithoutKey(plain, turn, services);

        var rest = TypedText.Plain(text.Remove(named.Start, named.Length));
        var verb = Commands.FirstOrDefault(command => Begins(rest, command.Words, services.Words)).Verb ?? Verbs.ShowRequest;
        return named.Key is { } key ? new(verb, key.Value) : new(verb, null, text.Substring(named.Start, named.Length));
    }

    /// <summary>True for a sentence about requests there are, which are to be in sight to answer it.</summary>
    internal static bool IsOne(Turn turn, RequestServices services) =>
        turn.What is TurnInput.Message said
        && (Read(said.Text, turn, services) is not null || DecisionOf(TypedText.Plain(said.Text), services) is not null);

    // Without a key the one that was changed last is meant, when it is the only one there is to mean.
    private static RequestCommandParser? WithoutKey(string plain, Turn turn, RequestServices services)
    {
        if (DecisionOf(plain, services) is { } decision && DraftInHand.Of(turn) is null)
            return Decision(decision, turn, services);

        var verb = Commands
            .FirstOrDefault(command => command.Verb is not (Verbs.Approve or Verbs.Reject) && IsSaid(plain, command.Words, services.Words))
            .Verb;
        if (verb is null)
            return SentBefore(plain, turn, services);

        var meant = turn.Requests.Own.Where(request => verb == Verbs.GoOn ? request.IsDraft : request.IsOpen).ToList();
        return meant is [var only] ? new(verb, only.Key)
            : verb == Verbs.GoOn && meant is [var newest, ..] ? new(verb, newest.Key)
            : new(Verbs.ShowMyRequests, null);
    }

    private static string? DecisionOf(string plain, RequestServices services) =>
        IsSaid(plain, "say.approve_this", services.Words) ? Verbs.Approve : IsSaid(plain, "say.reject_this", services.Words) ? Verbs.Reject : null;

    // A yes where nothing waits for one is small talk.
    private static RequestCommandParser? Decision(string verb, Turn turn, RequestServices services) =>
        turn.Requests.Waiting.Where(request => Approving.Refuse(request, turn.Who, services) is null).ToList() switch
        {
            [] => null,
            [var only] => new(verb, only.Key),
            _ => new(Verbs.ShowMyRequests, null),
        };

    // "Send it" once more, after it was sent.
    private static RequestCommandParser? SentBefore(string plain, Turn turn, RequestServices services) =>
        IsSaid(plain, "say.sent", services.Words)
        && DraftInHand.Of(turn) is null
        && turn.Requests.Own is [{ ConfirmedAt: { } at, IsDraft: false } newest, ..]
        && turn.At - at < DraftInHand.Life
            ? new(Verbs.Confirm, newest.Key)
            : null;

    private static bool IsSaid(string plain, string key, WordsCatalog words) =>
        words.Languages.Any(language => words.In(language).Several(key).Contains(plain));

    private static bool Begins(string rest, string key, WordsCatalog words) =>
        words.Languages.SelectMany(language => words.In(language).Several(key))
            .Any(said => rest == said || rest.StartsWith(said + " ", StringComparison.Ordinal));
}
