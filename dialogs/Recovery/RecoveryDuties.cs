using ChatOpsBot.Dialogs.Catalog;
using ChatOpsBot.Dialogs.Responsibility;
using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Dialogs.Recovery;

/// <summary>
/// Which duties of the matrix a step of a DR event carries out: IBM runs the replication; the client declares, configures and
/// validates.
/// </summary>
public sealed class RecoveryDuties(MatrixRows rows)
{
    // The row of the shipped matrix, whose duties are known by their places. Of a page that says something else nothing is quoted.
    private const int OfIbm = 2;
    private const int OfClient = 4;

    private static readonly Dictionary<RecoveryState, (Party Party, int[] Numbers)> ByStep = new()
    {
        [RecoveryState.Approved] = (Party.Client, [2]),
        [RecoveryState.FailoverRunning] = (Party.Ibm, [2]),
        [RecoveryState.DrSideActive] = (Party.Ibm, [2]),
        [RecoveryState.ApplicationValidated] = (Party.Client, [3, 4]),
        [RecoveryState.Stable] = (Party.Client, [1]),
        [RecoveryState.FailbackPlanned] = (Party.Client, [1]),
        [RecoveryState.FailbackRunning] = (Party.Ibm, [2]),
        [RecoveryState.Closed] = (Party.Client, [1]),
    };

    /// <summary>The duties behind the next step forward; empty once it is over.</summary>
    public IReadOnlyList<Duty> Next(RecoveryEvent drEvent, string language)
    {
        if (
            RecoverySteps.After(drEvent.State, drEvent.Kind) is not [var step, ..]
            || rows.Find(RequestCatalog.TaskOf(RequestCatalog.Failover)!, language) is not { } row)
            return [];

        var (party, numbers) = ByStep[step.To];
        return row.DutiesOf(Party.Ibm).Count() == OfIbm && row.DutiesOf(Party.Client).Count() == OfClient
            ? [.. row.Duties.Where(duty => duty.Party == party && numbers.Contains(duty.Number))]
            : [];
    }
}
