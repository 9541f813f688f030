namespace ChatOpsBot.Domain.People;

/// <summary>Somebody the bot deals with.</summary>
/// <param name="Id">Entra object id where known, otherwise the channel's own id. The name is display data, never an identity.</param>
public sealed record Person(string Id, string Name);
