using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Application.Desks.ServiceNow;

/// <summary>What a call brought, or how it failed: one of the two.</summary>
internal sealed record CallResult<T>(T? Value, CallFault? Fault)
    where T : class
{
    public static implicit operator CallResult<T>(CallFault fault) => new(null, fault);

    public static implicit operator CallResult<T>(T value) => new(value, null);
}

/// <param name="Answer">What that means to whoever asked the desk.</param>
/// <param name="Status">HTTP status; null where no answer came.</param>
internal sealed record CallFault(DeskAnswer Answer, int? Status = null)
{
    /// <summary>The instance's own words; empty where no answer came.</summary>
    public string Said { get; init; } = "";

    /// <summary>There is none, or the bot's user may not see it.</summary>
    public bool IsMissing => Status == 404;

    /// <summary>The bot's user may not do it, or the flow at the desk does not allow it.</summary>
    public bool IsForbidden => Status == 403;
}
