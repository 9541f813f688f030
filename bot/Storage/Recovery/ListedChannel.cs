namespace ChatOpsBot.Storage.Recovery;

/// <summary>A channel that settings make follow.</summary>
/// <param name="Id">Such as <c>19:…@thread.tacv2</c>.</param>
/// <param name="TeamId">The team's id, where settings name it.</param>
/// <param name="Name">What people call it, where settings say so; what Teams says later counts for more.</param>
/// <param name="Systems">Names in any case, or <see cref="Subscription.Everything"/> alone.</param>
public sealed record ListedChannel(string Id, string? TeamId, string? Name, IReadOnlyList<string> Systems);
