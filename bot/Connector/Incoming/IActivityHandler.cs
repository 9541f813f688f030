namespace ChatOpsBot.Connector.Incoming;

/// <summary>What the bot does with an activity whose sender is proven and allowed. The host registers one.</summary>
public interface IActivityHandler
{
    /// <summary>
    /// Answers one activity. Null means no reply of its own: 200 for everything but an invoke, which then gets 501 (not handled).
    /// An exception that leaves this method means that nothing was done: Teams is told 500 and delivers a message again.
    /// </summary>
    Task<InvokeReply?> HandleAsync(IncomingActivity activity, CancellationToken cancellationToken);
}
