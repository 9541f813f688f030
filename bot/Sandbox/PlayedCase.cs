namespace ChatOpsBot.Sandbox;

/// <summary>A case as whoever plays the desk sees it.</summary>
/// <param name="Severity">In the product's terms.</param>
/// <param name="State">In the product's words.</param>
/// <param name="Solution">Where the product keeps it beside the comments; otherwise null.</param>
/// <param name="Comments">Oldest first.</param>
public sealed record PlayedCase(
    string Number,
    string Subject,
    string Severity,
    string State,
    CasePhase Phase,
    string Description,
    string? Solution,
    IReadOnlyList<PlayedComment> Comments);

/// <param name="At">As the product writes it, in UTC.</param>
public sealed record PlayedComment(string By, string At, string Text);
