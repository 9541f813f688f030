using System.Security.Cryptography;
using System.Text;

namespace ChatOpsBot.Host.Local;

/// <summary>Somebody who chats in a Playground.</summary>
/// <param name="Id">The Teams id.</param>
/// <param name="EntraId">The Entra object id.</param>
internal sealed record PlaygroundPerson(string Id, string EntraId, string Name)
{
    // The Playground's own people, by the ids that it gives them itself.
    private static readonly string[] Names =
        ["Alex Wilber", "Megan Bowen", "Adele Vance", "Isaiah Langer", "Patti Fernandez", "Lynne Robbins"];

    public static IReadOnlyList<PlaygroundPerson> Known { get; } =
        [.. Names.Select((name, number) => new PlaygroundPerson($"user-id-{number}", $"00000000-0000-0000-0000-000000000002{number}", name))];

    /// <summary>Who a Playground is opened for unless it is told a name.</summary>
    public static PlaygroundPerson First => Known[0];

    /// <summary>The same name is the same person, today and tomorrow. A known person's first name is enough.</summary>
    public static PlaygroundPerson Named(string name)
    {
        var clean = string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return Known.FirstOrDefault(it => IsSame(it.Name, clean) || IsSame(it.Name.Split(' ')[0], clean)) ?? Made(clean);
    }

    private static bool IsSame(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static PlaygroundPerson Made(string name)
    {
        var id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name.ToLowerInvariant())).AsSpan(0, 16));
        return new($"user-{id:N}", $"{id}", name);
    }
}
