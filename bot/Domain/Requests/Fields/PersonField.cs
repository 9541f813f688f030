using ChatOpsBot.Domain.People;

namespace ChatOpsBot.Domain.Requests.Fields;

/// <summary>
/// A person: "me", somebody mentioned or chosen, or a name as typed, which nobody vouches for. Written as the object id, the name, and
/// that they are a guest, a line each.
/// </summary>
public sealed class PersonField(string id) : Field<Person>(id)
{
    /// <summary>What stands for the person who types; the dialogs turn each language's word into it.</summary>
    public const string Me = "@me";

    private const int Longest = 120;

    // In words, of what may stand around a mention: "it is for Ben".
    private const int MostAround = 6;

    private const char Between = '\n';
    private const string Guest = "guest";

    /// <summary>It matters who it is, not only what they are called: they are looked up, and chosen where a client can.</summary>
    public bool IsIdentified { get; init; }

    public override FieldReading Read(string typed, FieldContext context)
    {
        var name = typed.Trim();
        if (name == Me)
            return new FieldReading.Right(Write(context.Who));
        if (IsIdentified && Sought(name, context) is var (said, meant))
            return Of(said, meant);
        if (SecretScan.In(name) is [var secret, ..])
            return new FieldReading.Wrong($"secret.{secret.Kind}");

        return name.Length <= Longest && name.Any(char.IsLetter) && !name.Any(char.IsControl)
            ? new FieldReading.Right(Between + name)
            : new FieldReading.Wrong("person");
    }

    public static string Write(Person person) =>
        string.Concat(person.Id, $"{Between}", OneLine(person.Name), person.IsGuest ? $"{Between}{Guest}" : "");

    /// <summary>
    /// The id is empty where only a name was typed. The name is empty where an object id was given and Teams has not told whose it is.
    /// </summary>
    public override Person Parse(string written)
    {
        var lines = written.Split(Between);
        return new(lines[0], lines[1]) { IsGuest = lines is [_, _, Guest, ..] };
    }

    /// <summary>Somebody who was sought before this text was read: by their object id, or by a mention in it.</summary>
    public static (string Said, PersonMeant Meant)? Sought(string text, FieldContext context)
    {
        if (ObjectId(text) is { } id)
            return (id, context.People.GetValueOrDefault(id) ?? new PersonMeant.NotReached());
        if (context.People.TryGetValue(text, out var meant))
            return (text, meant);

        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        return context.People.Where(it => words - it.Key.Split(' ').Length <= MostAround && Holds(text, it.Key)).ToList() is [var only]
            ? (only.Key, only.Value)
            : null;
    }

    /// <summary>The GUID as Teams writes it; null for any other text.</summary>
    public static string? ObjectId(string text) => Guid.TryParse(text, out var id) && id != Guid.Empty ? id.ToString("D") : null;

    private static FieldReading.Right Of(string said, PersonMeant meant) => meant switch
    {
        PersonMeant.Known known => new(Write(known.Person)),
        _ when ObjectId(said) is { } id => new(Write(new(id, ""))),
        PersonMeant.NoMember => ByName(said, "person.no_member"),
        PersonMeant.NotReached => ByName(said, "person.not_reached"),
        _ => ByName(said, "person.several"),
    };

    private static FieldReading.Right ByName(string name, string note) =>
        new(Between + OneLine(name)) { Notes = [Problem.Of(note, ("name", OneLine(name)))] };

    private static bool Holds(string text, string name)
    {
        var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        return at >= 0
            && (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
            && (at + name.Length == text.Length || !char.IsLetterOrDigit(text[at + name.Length]));
    }

    // A name comes from outside: no line of it is to be taken for what stands in the next.
    private static string OneLine(string name) => string.Concat(name.Select(letter => char.IsControl(letter) ? ' ' : letter));
}
