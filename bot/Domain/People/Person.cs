using System.Text.Json.Serialization;

namespace ChatOpsBot.Domain.People;

/// <summary>Somebody the bot deals with.</summary>
/// <param name="Id">
/// Entra object id; empty where it is not known, and then they are nobody in particular. The name is display data, never an identity.
/// </param>
public sealed record Person(string Id, string Name)
{
    /// <summary>
    /// A guest, or somebody of another tenant, as the turn knows that is answered: they hold no role, whatever settings list. In what is
    /// stored it tells how it was then.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsGuest { get; init; }
}
