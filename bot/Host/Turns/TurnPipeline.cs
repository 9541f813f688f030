using ChatOpsBot.Connector.Incoming;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host.Turns;

/// <summary>
/// Works each activity once. A second delivery, also one that arrives while the first is being worked, gets the first one's answer.
/// </summary>
public sealed class TurnPipeline(
    AnswerTurn answers, ArrivalTurn arrivals, TimeProvider time, IOptions<TurnOptions> options, ILogger<TurnPipeline> log) : IActivityHandler
{
    private readonly Recent<Task<InvokeReply?>> _activities = new(time, options.Value.RememberActivities, options.Value.RememberAtMost);
    private readonly Recent<Task<InvokeReply?>> _presses = new(time, options.Value.RememberPresses, options.Value.RememberAtMost);

    public Task<InvokeReply?> HandleAsync(Activity activity, CancellationToken cancellationToken)
    {
        // The work does not end when this caller hangs up: Teams calls again and shall find the answer.
        var work = ActivityKeys.Of(activity) is { } key
            ? _activities.GetOrAdd(key, () => OncePerPress(activity))
            : OncePerPress(activity);
        return work.WaitAsync(cancellationToken);
    }

    private Task<InvokeReply?> OncePerPress(Activity activity) =>
        ActivityKeys.OfPress(activity) is { } key ? _presses.GetOrAdd(key, () => WorkAsync(activity)) : WorkAsync(activity);

    private async Task<InvokeReply?> WorkAsync(Activity activity)
    {
        var reference = ReferenceId.New();
        using var scope = log.BeginScope(new TurnScope(activity.Conversation.Id, activity.Id, reference));
        if (Arrivals.Read(activity) is { } arrival)
        {
            await arrivals.WorkAsync(arrival, activity, CancellationToken.None);
            return null;
        }

        if (HappeningReader.Read(activity) is { } happening)
            return await answers.WorkAsync(happening, activity, reference, CancellationToken.None);

        log.NobodyAnswers(activity.Type, activity.Name);
        return null;
    }
}
