using ChatOpsBot.Application.Recovery.Announcing;
using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Dialogs.Conversation;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Turns;

/// <summary>
/// Works each activity once. A second delivery, also one that arrives while the first is being worked, gets the first one's answer.
/// </summary>
internal sealed class TurnPipeline(
    AnswerTurn answers,
    TurnGate gate,
    ArrivalTurn arrivals,
    ChannelTurn channels,
    SearchTurn searches,
    BlockedTenants blocked,
    CurrentAddress addresses,
    TurnMetrics metrics,
    TimeProvider time,
    IOptions<TurnOptions> options,
    ILogger<TurnPipeline> log) : IActivityHandler
{
    private static readonly TimeSpan DoubleClick = TimeSpan.FromSeconds(2);

    // In bytes: some thousand cards.
    private const long MostRemembered = 32 * 1024 * 1024;

    private readonly ReplyBudget _budget = new(MostRemembered);
    private readonly Recent<Task<InvokeReply?>> _activities = new(time, options.Value.RememberActivities, options.Value.RememberAtMost);
    private readonly Recent<SaidMessage> _said = new(time, options.Value.RememberActivities, options.Value.RememberAtMost);
    private readonly Recent<Task<InvokeReply?>> _glances = new(time, DoubleClick, options.Value.RememberAtMost);
    private readonly Recent<Task<InvokeReply?>> _presses = new(time, options.Value.RememberPresses, options.Value.RememberAtMost);

    public Task<InvokeReply?> HandleAsync(IncomingActivity activity, CancellationToken cancellationToken)
    {
        // Nothing of a search is kept, so none is remembered; it ends when the caller hangs up.
        if (activity.Payload is ActivityPayload.SearchRequested or ActivityPayload.OtherComposeAction)
            return searches.AnswerAsync(
                (activity.Payload as ActivityPayload.SearchRequested)?.Query,
                TurnContextReader.Read(activity, CorrelationId.New()),
                cancellationToken);

        // Nobody answers it, so it leaves no mark: an edit carries the id of its message, and may come first.
        if (activity.Payload is ActivityPayload.Other)
            return WorkAsync(activity);

        if (activity.Payload is ActivityPayload.Edited edited)
            return EditedAsync(activity, edited.Now).WaitAsync(cancellationToken);

        // The work does not end when this caller hangs up: Teams calls again and shall find the answer.
        var work = ActivityKeys.Of(activity) is { } key
            ? Once(_activities, key, () => OncePerPress(activity))
            : OncePerPress(activity);
        return work.WaitAsync(cancellationToken);
    }

    // What changed nothing is answered again; what changed something stays as it was first written, and the person is told.
    private async Task<InvokeReply?> EditedAsync(IncomingActivity edit, ActivityPayload.Message now)
    {
        if (ActivityKeys.Of(edit) is not { } key)
            return null;
        if (_activities.TryGet(key, out var original))
            await original;
        // An edit may come before its message, which then says the same; and Teams tells of edits that change no word.
        if (!_said.TryGet(key, out var before) || before.Digest == ActivityKeys.DigestOf(now.Text))
            return null;

        return await Once(_activities, $"{key}\n{ActivityKeys.DigestOf(now.Text)}", () =>
        {
            if (!before.HasSaved)
                return WorkAsync(edit with { Payload = now });

            var context = TurnContextReader.Read(edit, CorrelationId.New());
            return answers.TellEditedAsync(TurnContextReader.Read(new TurnInput.Message(now.Text), edit, context));
        });
    }

    private Task<InvokeReply?> OncePerPress(IncomingActivity activity) => ActivityKeys.OfPress(activity) is { } key
        ? _glances.TryGet(key, out var seen) ? seen : Once(_presses, key, () => WorkAsync(activity, key))
        : WorkAsync(activity);

    // What changed nothing may soon be pressed again: whoever presses "Refresh" a second time wants to see how it stands then.
    private void Glanced(string press, InvokeReply? reply)
    {
        _presses.Forget(press);
        if (reply is { IsError: true })
            return;

        _glances.Set(press, Task.FromResult(reply));
        Weigh(reply, _glances, press);
    }

    private Task<InvokeReply?> Once(Recent<Task<InvokeReply?>> known, string key, Func<Task<InvokeReply?>> work)
    {
        var isFirst = false;
        var task = known.GetOrAdd(key, () =>
        {
            isFirst = true;
            return UntilItFailsAsync(known, key, work());
        });
        if (!isFirst)
            metrics.Repeated();
        return task;
    }

    // A failure is no answer to give again. After an exception Teams delivers the activity once more, and a person who was told of
    // a fault presses once more: both are to be worked.
    private async Task<InvokeReply?> UntilItFailsAsync(Recent<Task<InvokeReply?>> known, string key, Task<InvokeReply?> work)
    {
        var failed = true;
        try
        {
            var reply = await work;
            failed = reply is { IsError: true };
            if (!failed)
                Weigh(reply, known, key);
            return reply;
        }
        finally
        {
            if (failed)
                known.Forget(key);
        }
    }

    // A card that is remembered takes memory, and one person can press many.
    private void Weigh(InvokeReply? reply, Recent<Task<InvokeReply?>> known, string key)
    {
        if (reply is { Size: > 0 })
            _budget.Add(reply.Size, () => known.Forget(key));
    }

    private async Task<InvokeReply?> WorkAsync(IncomingActivity activity, string? press = null)
    {
        var context = TurnContextReader.Read(activity, CorrelationId.New());
        using var scope = log.BeginScope(LogScope.OfTurn(context));
        using var note = metrics.Begin(activity.Id, context.CorrelationId);
        // A removal may be what a block looks like.
        if (activity.Payload is not ActivityPayload.InstallationChanged { Change: InstallationChange.Removed })
        {
            await blocked.HeardAsync(context.TenantId, CancellationToken.None);
            await addresses.HeardAsync(context, CancellationToken.None);
        }

        switch (activity.Payload)
        {
            case ActivityPayload.InstallationChanged installation:
                note.Kind = "arrival";
                var arrival = TurnContextReader.Read(new TurnInput.BotAdded(), activity, context);
                await arrivals.WorkAsync(installation.Change, arrival, CancellationToken.None);
                note.Outcome = TurnNote.Done;
                return null;
            case ActivityPayload.ChannelChanged channel:
                note.Kind = "channel";
                await channels.WorkAsync(channel.Change, context, CancellationToken.None);
                note.Outcome = TurnNote.Done;
                return null;
            case var _ when TurnContextReader.Input(activity) is { } input:
                var reply = await EnteredAsync(TurnContextReader.Read(input, activity, context), note);
                if (press is not null && !note.MayHaveSaved)
                    Glanced(press, reply);
                if (activity is { Payload: ActivityPayload.Message said } && context.ActivityKey is { } key)
                    _said.Set(key, new(ActivityKeys.DigestOf(said.Text), note.MayHaveSaved));
                return reply;
            default:
                note.Outcome = TurnNote.Ignored;
                log.NobodyAnswers(activity.Type, activity.Name);
                return null;
        }
    }

    private async Task<InvokeReply?> EnteredAsync(TurnContext context, TurnNote note)
    {
        var entry = await gate.EnterAsync(context, CancellationToken.None);
        if (entry is not TurnEntry.Entered)
            return await answers.RefuseAsync(entry, context, note, CancellationToken.None);

        try
        {
            return await answers.WorkAsync(context, note, CancellationToken.None);
        }
        finally
        {
            gate.Leave();
        }
    }
}
