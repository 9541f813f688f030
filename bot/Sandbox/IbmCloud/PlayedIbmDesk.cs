namespace ChatOpsBot.Sandbox.IbmCloud;

/// <summary>Somebody at IBM, played on the page.</summary>
internal sealed class PlayedIbmDesk(FakeCases cases, DeskTroubles troubles) : IPlayedDesk
{
    public string Name => "IBM Cloud Support Center (sandbox)";

    public IReadOnlyList<PlayedCase> Cases => cases.Alone(() => cases.All.Reverse().Select(Show).ToList());

    public DeskTrouble Trouble
    {
        get => troubles.Now;
        set => troubles.Now = value;
    }

    public PlayedCase? Find(string number) => cases.Alone(() => cases.Find(number) is { } one ? Show(one) : null);

    public string? Play(string number, DeskMove move, string text) => cases.Alone(() =>
    {
        if (cases.Find(number) is not { } one || !PhaseOf(one).Allows(move))
            return $"“{move.Label()}” is not possible any more: the case has changed.";
        if (text.Length > 0 && cases.IsFull)
            return SandboxLimits.Full;

        if (text.Length > 0)
            cases.Comment(one, text, FakeIbmCloud.Engineer);
        if (StatusAfter(move) is { } status)
            cases.Change(one, () => one.Status = status);
        return null;
    });

    private static string? StatusAfter(DeskMove move) => move switch
    {
        DeskMove.Take or DeskMove.Reopen => "In Progress",
        DeskMove.Ask => "Waiting on client",
        DeskMove.Propose => "Resolution provided",
        DeskMove.Close => "Closed",
        _ => null,
    };

    private static CasePhase PhaseOf(FakeCase one) => one.Status switch
    {
        "New" => CasePhase.New,
        "Waiting on client" => CasePhase.Waiting,
        "Resolution provided" or "Resolved" => CasePhase.Proposed,
        "Closed" => CasePhase.Over,
        _ => CasePhase.InProgress,
    };

    private static PlayedCase Show(FakeCase one) => new(
        one.Number,
        one.Subject,
        $"{one.Severity}",
        one.Status,
        PhaseOf(one),
        one.Description,
        Solution: null,
        [.. one.Comments.Select(it => new PlayedComment((string)it["added_by"]!["name"]!, (string)it["added_at"]!, (string)it["value"]!))]);
}
