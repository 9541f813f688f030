using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Storage.Recovery;

/// <summary>Which deliveries go first.</summary>
internal static class DeliveryRanks
{
    public const int Real = 0;
    public const int Drill = 1;

    /// <summary>Of a delivery for which nothing is to be done.</summary>
    public const int Idle = 2;

    public static int Of(RecoveryEvent drEvent) => drEvent.IsDrill ? Drill : Real;
}
