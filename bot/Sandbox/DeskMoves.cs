namespace ChatOpsBot.Sandbox;

/// <summary>Which moves a case allows, and which need words.</summary>
internal static class DeskMoves
{
    public static bool Allows(this CasePhase phase, DeskMove move) => move switch
    {
        DeskMove.Take => phase is CasePhase.New or CasePhase.Waiting,
        DeskMove.Reopen => phase is CasePhase.Proposed or CasePhase.Over,
        DeskMove.Ask or DeskMove.Propose => phase is CasePhase.New or CasePhase.InProgress or CasePhase.Waiting,
        _ => phase != CasePhase.Over,
    };

    public static bool NeedsText(this DeskMove move) => move is DeskMove.Ask or DeskMove.Propose or DeskMove.Comment;

    public static string Label(this DeskMove move) => move switch
    {
        DeskMove.Take => "Take it",
        DeskMove.Ask => "Ask the requester",
        DeskMove.Propose => "Propose a solution",
        _ => move.ToString(),
    };
}
