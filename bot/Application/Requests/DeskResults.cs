using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Application.Requests;

/// <summary>What a desk's "not now" means for the message that is being handled.</summary>
internal static class DeskResults
{
    public static HandlingResult Later(DeskAnswer.NotNow later) =>
        new HandlingResult.Later(later.Reason, later.After) { IsOutcomeUnknown = later.IsOutcomeUnknown };
}
