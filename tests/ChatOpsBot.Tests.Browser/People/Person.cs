namespace ChatOpsBot.Tests.Browser.People;

/// <summary>Somebody at a Playground of their own.</summary>
/// <param name="Name">What the bot and the others call them.</param>
/// <param name="EntraId">The Entra object id that the bot reads with everything they do.</param>
internal sealed record Person(string Name, string EntraId)
{
    public static Person Ana { get; } = new("Ana", "a0000000-0000-4000-8000-000000000001");

    public static Person Ben { get; } = new("Ben", "b0000000-0000-4000-8000-000000000002");

    /// <summary>Six, since a Playground wants exactly five beside the one who sits at it.</summary>
    public static IReadOnlyList<Person> All { get; } =
    [
        Ana,
        Ben,
        new("Carl", "c0000000-0000-4000-8000-000000000003"),
        new("Dora", "d0000000-0000-4000-8000-000000000004"),
        new("Eva", "e0000000-0000-4000-8000-000000000005"),
        new("Finn", "f0000000-0000-4000-8000-000000000006"),
    ];

    /// <summary>The channel's own id.</summary>
    public string Id => $"user-{Name}";

    /// <summary>Conversation id of the personal chat at this person's Playground.</summary>
    public string PersonalChat => $"personal-{Name}";
}
