using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Layout;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Dialogs.Recovery;

/// <summary>
/// The announcement of a DR event in a channel: what kind it is from across the room, which systems, what to do now, what it means,
/// when more is heard, whose turn it is, and how it went so far. The same event gives the same card.
/// </summary>
public static class AnnouncementCard
{
    private const int MostNames = 6;

    /// <param name="isResent">It was posted once more, as nobody knows whether it had come.</param>
    public static Card Draw(RecoveryEvent drEvent, Phrases words, bool isResent = false) => Of(drEvent.ForEverybody(), words, isResent);

    private static Card Of(RecoveryEvent drEvent, Phrases words, bool isResent) =>
        CardPages.Fit(length => new Card
        {
            Summary = SummaryOf(drEvent, words),
            Language = words.Language,
            Body =
            [
                .. isResent ? [CardLayout.Line(words["recovery.resent"])] : Array.Empty<Element>(),
                Head(drEvent, words),
                .. Rest(drEvent, length, words),
            ],
            Actions = [new Execute(words["event.button.show"], Verbs.ShowEvent) { Data = EventButtons.DataOf(drEvent) }],
        });

    /// <summary>What everybody reads below the head: what to do comes first and is the largest, for most read no further.</summary>
    /// <param name="length">How many characters of what people wrote are shown.</param>
    internal static IReadOnlyList<Element> Rest(RecoveryEvent drEvent, int length, Phrases words)
    {
        var times = new EventTimes(drEvent.Zone, drEvent.DeclaredAt, words);
        return
        [
            .. ToDo(drEvent, words),
            Means(drEvent, words),
            .. Update(drEvent, times, words),
            .. Next(drEvent, words),
            EventProgress.Draw(drEvent, times, words),
            .. EventNews.Draw(drEvent, times, length, words),
            .. Who(drEvent, times, length, words),
        ];
    }

    /// <summary>
    /// What an approver has to know of a declaration: why, and by whom. What people are to do is said once it is approved.
    /// </summary>
    internal static IReadOnlyList<Element> Declaration(RecoveryEvent drEvent, int length, Phrases words)
    {
        var times = new EventTimes(drEvent.Zone, drEvent.DeclaredAt, words);
        return [.. Update(drEvent, times, words), .. EventNews.Draw(drEvent, times, length, words), .. Who(drEvent, times, length, words)];
    }

    /// <summary>The line of a notification: the kind first, so that nobody takes a drill for the real thing.</summary>
    public static string SummaryOf(RecoveryEvent drEvent, Phrases words) =>
        $"{words[$"recovery.mark.{drEvent.Kind}"]} · {drEvent.Key} · {Primary(drEvent)}: {words[$"recovery.state.{drEvent.State}"]}";

    /// <summary>What it is, from across the room: a drill is framed by its own sign, whatever the colours of the client.</summary>
    internal static Container Head(RecoveryEvent drEvent, Phrases words) =>
        new(
            new TextBlock(drEvent.IsDrill ? $"▨▨▨ {words["recovery.mark.Drill"]} ▨▨▨" : words[$"recovery.mark.{drEvent.Kind}"])
            {
                Size = TextSize.ExtraLarge,
                Weight = TextWeight.Bolder,
                IsHeading = true,
            },
            new RichText(new TextRun($"{Primary(drEvent)} → {Dr(drEvent, words)}") { Size = TextSize.Large, Weight = TextWeight.Bolder })
            {
                Spacing = Spacing.None,
            },
            new TextBlock($"{drEvent.Key} · {words[$"recovery.state.{drEvent.State}"]}") { Spacing = Spacing.Small },
            new TextBlock(words[$"recovery.kind.{drEvent.Kind}"])
            {
                IsSubtle = true,
                Spacing = Spacing.None,
                IsVisible = !drEvent.IsOver || drEvent.IsDrill,
            })
        {
            Style = StyleOf(drEvent),
            Bleed = true,
        };

    private static ContainerStyle StyleOf(RecoveryEvent drEvent) => drEvent switch
    {
        { IsOver: true } => ContainerStyle.Emphasis,
        { Kind: RecoveryKind.Drill } => ContainerStyle.Accent,
        { State: RecoveryState.ApplicationValidated or RecoveryState.Stable } => ContainerStyle.Good,
        { Kind: RecoveryKind.PlannedSwitch } => ContainerStyle.Warning,
        _ => ContainerStyle.Attention,
    };

    /// <summary>When more is heard.</summary>
    internal static IEnumerable<Element> Update(RecoveryEvent drEvent, EventTimes times, Phrases words) =>
        drEvent.NextUpdate is not { } next ? []
        : drEvent.IsOverdue
            ?
            [
                new TextBlock("⚠ " + words.Say("recovery.overdue", ("time", times.Soon(next))))
                {
                    Color = TextColor.Attention,
                    Weight = TextWeight.Bolder,
                },
            ]
        : [new TextBlock(words.Say("recovery.update", ("time", times.Soon(next)))) { Weight = TextWeight.Bolder }];

    /// <summary>What it means for those who work on the systems.</summary>
    internal static RichText Means(RecoveryEvent drEvent, Phrases words) =>
        new(new TextRun(About($"recovery.means.{drEvent.State}", drEvent, words))) { Spacing = Spacing.Small };

    /// <summary>What those who work on the systems are to do now; null once it is over.</summary>
    public static string? ToDoIn(RecoveryEvent drEvent, Phrases words)
    {
        ArgumentNullException.ThrowIfNull(drEvent);
        return drEvent.IsOver ? null : About($"recovery.todo.{(drEvent.IsDrill ? "drill" : drEvent.State)}", drEvent, words);
    }

    private static IEnumerable<Element> ToDo(RecoveryEvent drEvent, Phrases words) => ToDoIn(drEvent, words) is not { } todo
        ? []
        :
        [
            new TextBlock(words["recovery.todo"]) { IsHeading = true, IsSubtle = true, Spacing = Spacing.Medium },
            new RichText(
                new TextRun(todo)
                {
                    Size = TextSize.Large,
                    Weight = TextWeight.Bolder,
                })
            {
                Spacing = Spacing.None,
            },
        ];

    // Names of systems come from outside, so the sentence is drawn without markdown.
    private static string About(string key, RecoveryEvent drEvent, Phrases words) => words.Fill(key, new Dictionary<string, string>
    {
        ["primary"] = Primary(drEvent),
        ["dr"] = Dr(drEvent, words),
    });

    // The way forward; what can go wrong or be called off is for those who decide.
    private static IEnumerable<Element> Next(RecoveryEvent drEvent, Phrases words)
    {
        if (RecoverySteps.After(drEvent.State, drEvent.Kind) is [var step, ..])
            yield return CardLayout.Line(
                words.Say($"recovery.next.{RecoveryRoles.SideOf(step.By[0])}", ("step", words[$"recovery.step.{step.To}"])));
    }

    private static IEnumerable<Element> Who(RecoveryEvent drEvent, EventTimes times, int length, Phrases words)
    {
        var declared = words.Say(
            "recovery.declared", ("name", PlainText.Line(drEvent.DeclaredBy.Name)), ("time", times.InFull(drEvent.DeclaredAt)));
        yield return new RichText(new TextRun(declared) { IsSubtle = true, Size = TextSize.Small }) { Spacing = Spacing.Medium };
        if (drEvent.ApprovedBy is { } second)
            yield return new RichText(
                new TextRun(words.Say("recovery.approved", ("name", PlainText.Line(second.Name))))
                {
                    IsSubtle = true,
                    Size = TextSize.Small,
                })
            {
                Spacing = Spacing.None,
            };
        if (drEvent.AloneBecause is { } reason)
            yield return new RichText(
                new TextRun(words.Say("event.alone", ("reason", PlainText.Clip(reason, length)))) { Color = TextColor.Attention })
            {
                Spacing = Spacing.None,
            };
    }

    internal static string Primary(RecoveryEvent drEvent) => Names(drEvent.Systems.Select(pair => pair.Primary));

    /// <summary>The first few by name, and how many more.</summary>
    internal static string Names(IEnumerable<string> names)
    {
        var all = names.ToList();
        var more = all.Count > MostNames ? $" (+{all.Count - MostNames})" : "";
        return PlainText.Line(string.Join(", ", all.Take(MostNames)) + more);
    }

    private static string Dr(RecoveryEvent drEvent, Phrases words) =>
        Names(drEvent.Systems.Select(pair => pair.DrSide ?? words["recovery.unknown_side"]));
}
