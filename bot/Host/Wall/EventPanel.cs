using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Recovery;
using Microsoft.AspNetCore.Html;
using NodaTime;

namespace ChatOpsBot.Host.Wall;

/// <summary>
/// A current event, to be read from across the room: what kind it is, which systems, how far, whose turn, when more is heard; then the
/// rest.
/// </summary>
internal sealed class EventPanel(WallEvent seen, DateTimeZone zone, Phrases words)
{
    private const int MostLines = 8;

    private readonly RecoveryEvent _event = seen.Event;
    private readonly WallTimes _times = new(zone, seen.Event.DeclaredAt, words);

    /// <summary>The class that gives it its shape.</summary>
    public static string KindOf(RecoveryEvent drEvent) => drEvent.Kind switch
    {
        RecoveryKind.Drill => "drill",
        RecoveryKind.PlannedSwitch => "planned",
        _ => "failover",
    };

    public static IHtmlContent Systems(RecoveryEvent drEvent, Phrases words) => Html.Of($"""<ul class="systems">{Html.All(drEvent.Systems.Select(pair =>
        Html.Of($"""<li><span class="lpar">{pair.Primary}</span> <span class="to">→</span> <span class="lpar">{pair.DrSide ?? words["recovery.unknown_side"]}</span></li>""")))}</ul>""");

    public IHtmlContent Draw() => Html.Of($"""
        <article class="event {KindOf(_event)}{(IsGood ? " good" : "")}" id="{_event.Key}" aria-label="{words[$"recovery.mark.{_event.Kind}"]} {_event.Key}">
        <header><span class="mark">{words[$"recovery.mark.{_event.Kind}"]}</span><span class="key">{_event.Key}</span></header>
        <div class="now">{Systems(_event, words)}<p class="state">{words[$"recovery.state.{_event.State}"]}</p>{Since()}{Turn()}{Due()}<p class="kind">{words[$"recovery.kind.{_event.Kind}"]}</p></div>
        <section class="way"><h3>{words["recovery.way"]}</h3><ol>{Html.All(RecoveryWay.Of(_event).Select(Step))}</ol></section>
        <section class="said"><h3>{words["recovery.news"]}</h3>{Lines()}</section>
        <section class="sent"><h3>{words["wall.sent"]}</h3>{new SentPart(seen, words).Draw()}</section>
        </article>
        """);

    private bool IsGood => _event is { IsDrill: false, State: RecoveryState.ApplicationValidated or RecoveryState.Stable };

    private IHtmlContent Since()
    {
        var since = RecoveryWay.ReachedAt(_event, _event.State) ?? _event.DeclaredAt;
        return Html.Of($"""<p class="since">{words.Say("wall.since", ("time", _times.Text(since)))} <span class="for" data-since="{since.ToUnixTimeMilliseconds()}"></span></p>""");
    }

    // The way forward; what can go wrong or be called off is for those who decide.
    private IHtmlContent Turn() => RecoverySteps.After(_event.State, _event.Kind) is [var step, ..]
        ? Html.Of($"""<p class="turn">{words.Say($"recovery.next.{RecoveryRoles.SideOf(step.By[0])}", ("step", words[$"recovery.step.{step.To}"]))}</p>""")
        : Html.Nothing;

    // How long it is until then is counted where it is looked at.
    private IHtmlContent Due() => _event.NextUpdate is { } next
        ? Html.Of($"""<p class="due{(_event.IsOverdue ? " late" : "")}" data-due="{next.ToUnixTimeMilliseconds()}"><span>{words.Say(_event.IsOverdue ? "recovery.overdue" : "recovery.update", ("time", _times.Text(next)))}</span> <b class="count"></b></p>""")
        : Html.Nothing;

    private IHtmlContent Step(WayStep step)
    {
        var (sign, style) = step.Mark switch
        {
            WayMark.Now => ("▶", "at"),
            WayMark.Done => ("✔", "done"),
            WayMark.Ended => ("✖", "at"),
            _ => ("○", "ahead"),
        };
        var time = step.At is { } at && step.Mark is not WayMark.Ahead ? WallTimes.Mark(at, _times.Short(at)) : Html.Nothing;
        return Html.Of($"""<li class="{style}"><span class="sign">{sign}</span> <span>{words[$"recovery.short.{step.State}"]}</span> {time}</li>""");
    }

    private IHtmlContent Lines()
    {
        var wrong = _event.Timeline.Select(line => line.Corrects).OfType<int>().ToHashSet();
        var lines = _event.Timeline.Select((line, at) => Line(line, wrong.Contains(at))).Reverse().ToList();
        var rest = lines.Count > MostLines ? Html.Of($"""<p class="rest">{words.Say("recovery.news.more", ("count", $"{lines.Count - MostLines}"))}</p>""") : Html.Nothing;
        return Html.Of($"<ol>{Html.All(lines.Take(MostLines))}</ol>{rest}");
    }

    private IHtmlContent Line(TimelineEntry line, bool isWrong)
    {
        var what = line.Kind switch
        {
            TimelineKind.Declared or TimelineKind.Step => Html.Of($"""<b>{words[$"recovery.short.{line.State}"]}</b> """),
            TimelineKind.Joined => Html.Of($"""<b>{words["wall.joined"]}</b> """),
            TimelineKind.Correction => Html.Of($"""<b>{words["recovery.news.corrects"]}</b> """),
            _ => Html.Nothing,
        };
        var said = Html.Of($"{what}{line.Text}");
        if (isWrong)
            said = Html.Of($"""<s>{said}</s> <i>({words["wall.wrong"]})</i>""");
        var by = line.By is { Name.Length: > 0 } person ? Html.Of($""" <span class="by">{person.Name}</span>""") : Html.Nothing;
        return Html.Of($"""<li>{WallTimes.Mark(line.At, _times.Short(line.At))}<p>{said}{by}</p></li>""");
    }
}
