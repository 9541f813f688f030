namespace ChatOpsBot.Connector.Outgoing.Pacing;

/// <summary>Makes the calls of turns wait for the pace, and reports the outcome of every call to it.</summary>
internal sealed class PacedWait(OutgoingPace pace)
{
    /// <param name="longest">A thread that is held for longer is not waited for: the answer would come too late.</param>
    /// <returns>Null when the call may be sent.</returns>
    public async Task<SendOutcome?> WaitAsync(ConnectorCall call, TimeSpan longest, CancellationToken cancellationToken)
    {
        if (call is not { IsOnce: false, Limit: { } place })
            return null;

        try
        {
            var held = pace.HeldFor(place);
            if (held > longest)
                return new SendOutcome.Throttled(held);

            var turn = pace.WaitAsync(place, Urgency.Answer, cancellationToken);
            using var span = turn.IsCompleted ? null : ConnectorTracing.Source.StartActivity("wait for pace");
            await turn;
            return null;
        }
        catch (ObjectDisposedException)
        {
            return new SendOutcome.Unreachable("the bot is shutting down");
        }
    }

    public void Ended(ConnectorCall call, SendOutcome? failure)
    {
        if (call.Limit is { } place)
            pace.Ended(place, failure ?? new SendOutcome.Sent(null, call.Target.ConversationId));
    }
}
