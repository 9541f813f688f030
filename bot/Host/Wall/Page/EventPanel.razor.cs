using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Recovery;
using Microsoft.AspNetCore.Components;
using NodaTime;

namespace ChatOpsBot.Host.Wall.Page;

/// <summary>
/// A current event, to be read from across the room: what kind it is, which systems, how far, what to do, whose turn, when more is
/// heard; then the rest.
/// </summary>
public sealed partial class EventPanel
{
    // So that three events stand on a screen of 1080 lines, and one fills it.
    private const int FewLines = 2;
    private const int ManyLines = 6;

    [Parameter, EditorRequired]
    public required WallEvent Seen { get; set; }

    /// <summary>Several others stand beside it: it says the least that has to be known.</summary>
    [Parameter]
    public bool IsCrowded { get; set; }

    [Parameter, EditorRequired]
    public required DateTimeZone Zone { get; set; }

    [Parameter, EditorRequired]
    public required Phrases Words { get; set; }

    private RecoveryEvent Event => Seen.Event;

    private WallTimes Times => new(Zone, Event.DeclaredAt, Words);

    private string Mark => Words[$"recovery.mark.{Event.Kind}"];

    private string Style => $"event {ShapeOf(Event)}{(IsGood ? " good" : "")}";

    private bool IsGood => Event is { IsDrill: false, State: RecoveryState.ApplicationValidated or RecoveryState.Stable };

    private DateTimeOffset Since => RecoveryProgress.ReachedAt(Event, Event.State) ?? Event.DeclaredAt;

    // The way forward; what can go wrong or be called off is for those who decide.
    private string? Turn => RecoverySteps.After(Event.State, Event.Kind) is [var step, ..]
        ? Words.Say($"recovery.next.{RecoveryRoles.SideOf(step.By[0])}", ("step", Words[$"recovery.step.{step.To}"]))
        : null;

    /// <summary>The class that gives an event its shape.</summary>
    public static string ShapeOf(RecoveryEvent drEvent)
    {
        ArgumentNullException.ThrowIfNull(drEvent);
        return drEvent.Kind switch
        {
            RecoveryKind.Drill => "drill",
            RecoveryKind.PlannedSwitch => "planned",
            _ => "failover",
        };
    }

    // How long it is until then is counted where it is looked at.
    private string Due(DateTimeOffset next) =>
        Words.Say(Event.IsOverdue ? "recovery.overdue" : "recovery.update", ("time", Times.Text(next)));
}
