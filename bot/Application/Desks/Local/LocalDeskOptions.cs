namespace ChatOpsBot.Application.Desks.Local;

/// <summary>The desk that comes with the bot. Configuration section <c>Desk:Local</c>.</summary>
public sealed record LocalDeskOptions
{
    public const string Section = "Desk:Local";

    /// <summary>Who works on its tickets, as cards name them, such as <c>the night shift</c>. Default: your operations team.</summary>
    public string? WorkedBy { get; init; }
}
