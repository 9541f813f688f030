using ChatOpsBot.Application.Desks;
using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Host.Health;

/// <summary>The desks: which get requests, and whether each would take one.</summary>
internal static class DeskFindings
{
    private const string Subject = "desk";

    public static async Task<IReadOnlyList<Finding>> FindingsAsync(IServiceProvider services, CancellationToken cancel)
    {
        var desks = services.GetRequiredService<TicketDesks>();
        List<Finding> found = [.. desks.InUse.Select(kind => InUse(kind, desks.Find(kind)))];
        foreach (var desk in desks.All)
            found.AddRange((await desk.CheckAsync(cancel)).Select(check => Found(desk, check)));
        return found;
    }

    // A route to a desk that is not set up keeps its requests waiting.
    private static Finding InUse(DeskKind kind, ITicketDesk? desk) => desk is not null
        ? new(Subject, FindingState.Good, $"{desk.Name}.")
        : new(Subject, FindingState.Fault, $"requests go to {kind}, but Desk:{kind} is not set up.");

    private static Finding Found(ITicketDesk desk, DeskCheck check) =>
        new(Subject, check.IsGood ? FindingState.Good : FindingState.Fault, $"{desk.Name}: {check.Text}");
}
