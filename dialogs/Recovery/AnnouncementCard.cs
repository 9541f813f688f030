using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Help;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Dialogs.Recovery;

/// <summary>
/// The announcement of a DR event in a channel: what kind it is from across the room, which systems, what it means, what to do now,
/// whose turn it is, when more is heard, and how it went so far. The same event gives the same card.
/// </summary>
public static class AnnouncementCard
{
    private const int MostNames = 6;

    /// <param name="duties">Of the matrix, behind the next step.</param>
    /// <param name="isResent">It was posted once more, as nobody knows whether it had come.</param>
    public static Card Draw(RecoveryEvent happening, Phrases words, IReadOnlyList<Duty>? duties = null, bool isResent = false) => CardPages.Fit(length => new Card
    {
        Summary = Gist(happening, words),
        Language = words.Language,
        Body = [.. isResent ? [HelpDrawing.Line(words["recovery.resent"])] : Array.Empty<Element>(), Head(happening, words), .. Rest(happening, duties ?? [], length, words)],
        Actions = [new Execute(words["event.button.show"], Verbs.ShowEvent) { Data = EventButtons.DataOf(happening) }],
    });

    /// <summary>What everybody reads below the head.</summary>
    /// <param name="length">How many characters of what people wrote are shown.</param>
    internal static IReadOnlyList<Element> Rest(RecoveryEvent happening, IReadOnlyList<Duty> duties, int length, Phrases words)
    {
        var times = new EventTimes(happening.Zone, happening.DeclaredAt, words);
        return
        [
            .. Update(happening, times, words),
            .. Means(happening, words),
            .. ToDo(happening, words),
            .. Next(happening, duties, words),
            HelpDrawing.Heading(words["recovery.way"]),
            .. EventWay.Draw(happening, times, words),
            .. EventNews.Draw(happening, times, length, words),
            .. Who(happening, times, length, words),
        ];
    }

    /// <summary>The line of a notification: the kind first, so that nobody takes a drill for the real thing.</summary>
    public static string Gist(RecoveryEvent happening, Phrases words) =>
        $"{words[$"recovery.mark.{happening.Kind}"]} · {happening.Key} · {Primary(happening)}: {words[$"recovery.state.{happening.State}"]}";

    /// <summary>What it is, from across the room: a drill is framed by its own sign, whatever the colours of the client.</summary>
    internal static Container Head(RecoveryEvent happening, Phrases words) => new(
        new TextBlock(happening.IsDrill ? $"▨▨▨ {words["recovery.mark.Drill"]} ▨▨▨" : words[$"recovery.mark.{happening.Kind}"]) { Size = TextSize.ExtraLarge, Weight = TextWeight.Bolder, IsHeading = true },
        new RichText(new TextRun($"{Primary(happening)} → {Dr(happening, words)}") { Size = TextSize.Large, Weight = TextWeight.Bolder }) { Spacing = Spacing.None },
        new TextBlock($"{happening.Key} · {words[$"recovery.state.{happening.State}"]}") { Spacing = Spacing.Small },
        new TextBlock(words[$"recovery.kind.{happening.Kind}"]) { IsSubtle = true, Spacing = Spacing.None, IsVisible = !happening.IsOver || happening.IsDrill })
    {
        Style = StyleOf(happening),
        Bleed = true,
    };

    private static ContainerStyle StyleOf(RecoveryEvent happening) => happening switch
    {
        { IsOver: true } => ContainerStyle.Emphasis,
        { Kind: RecoveryKind.Drill } => ContainerStyle.Accent,
        { State: RecoveryState.ApplicationValidated or RecoveryState.Stable } => ContainerStyle.Good,
        { Kind: RecoveryKind.PlannedSwitch } => ContainerStyle.Warning,
        _ => ContainerStyle.Attention,
    };

    /// <summary>When more is heard.</summary>
    internal static IEnumerable<Element> Update(RecoveryEvent happening, EventTimes times, Phrases words) => happening.NextUpdate is not { } next
        ? []
        : happening.IsOverdue
            ? [new TextBlock("⚠ " + words.Say("recovery.overdue", ("time", times.Soon(next)))) { Color = TextColor.Attention, Weight = TextWeight.Bolder }]
            : [new TextBlock(words.Say("recovery.update", ("time", times.Soon(next)))) { Weight = TextWeight.Bolder }];

    /// <summary>What it means for those who work on the systems.</summary>
    internal static IEnumerable<Element> Means(RecoveryEvent happening, Phrases words) =>
        About(words[happening.IsDrill ? "recovery.means.drill" : "recovery.means"], $"recovery.means.{happening.State}", happening, words);

    private static IEnumerable<Element> ToDo(RecoveryEvent happening, Phrases words) =>
        happening.IsOver ? []
        : happening.Kind is RecoveryKind.Drill ? [HelpDrawing.Heading(words["recovery.todo"]), HelpDrawing.Line(words["recovery.todo.drill"])]
        : About(words["recovery.todo"], $"recovery.todo.{happening.State}", happening, words);

    private static IEnumerable<Element> About(string heading, string key, RecoveryEvent happening, Phrases words) =>
    [
        HelpDrawing.Heading(heading),
        // Names of systems come from outside, so the sentence is drawn without markdown.
        new RichText(new TextRun(words.Fill(key, new Dictionary<string, string>
        {
            ["primary"] = Primary(happening),
            ["dr"] = Dr(happening, words),
        }))) { Spacing = Spacing.Small },
    ];

    // The way forward; what can go wrong or be called off is for those who decide.
    private static IEnumerable<Element> Next(RecoveryEvent happening, IReadOnlyList<Duty> duties, Phrases words) =>
        RecoverySteps.After(happening.State, happening.Kind) is [var step, ..]
            ?
            [
                HelpDrawing.Heading(words["recovery.next"]),
                HelpDrawing.Line(words.Say($"recovery.next.{RecoveryRoles.SideOf(step.By[0])}", ("step", words[$"recovery.step.{step.To}"]))),
                .. duties.Count == 0 ? [] : new[] { ByMatrix(duties, words) },
            ]
            : [];

    private static RichText ByMatrix(IReadOnlyList<Duty> duties, Phrases words)
    {
        var sentence = words.Say("recovery.next.duty", ("duties", PlainText.Line(string.Join(' ', duties.Select(duty => duty.Text)))));
        return new(new TextRun(sentence) { IsSubtle = true, Size = TextSize.Small }) { Spacing = Spacing.None };
    }

    private static IEnumerable<Element> Who(RecoveryEvent happening, EventTimes times, int length, Phrases words)
    {
        var declared = words.Say("recovery.declared", ("name", PlainText.Line(happening.DeclaredBy.Name)), ("time", times.InFull(happening.DeclaredAt)));
        yield return new RichText(new TextRun(declared) { IsSubtle = true, Size = TextSize.Small }) { Spacing = Spacing.Medium };
        if (happening.ApprovedBy is { } second)
            yield return new RichText(new TextRun(words.Say("recovery.approved", ("name", PlainText.Line(second.Name)))) { IsSubtle = true, Size = TextSize.Small }) { Spacing = Spacing.None };
        if (happening.AloneBecause is { } reason)
            yield return new RichText(new TextRun(words.Say("event.alone", ("reason", PlainText.Clip(reason, length)))) { Color = TextColor.Attention }) { Spacing = Spacing.None };
    }

    internal static string Primary(RecoveryEvent happening) => Names(happening.Systems.Select(pair => pair.Primary));

    /// <summary>The first few by name, and how many more.</summary>
    internal static string Names(IEnumerable<string> names)
    {
        var all = names.ToList();
        var more = all.Count > MostNames ? $" (+{all.Count - MostNames})" : "";
        return PlainText.Line(string.Join(", ", all.Take(MostNames)) + more);
    }

    private static string Dr(RecoveryEvent happening, Phrases words) =>
        Names(happening.Systems.Select(pair => pair.DrSide ?? words["recovery.unknown_side"]));
}
