using ChatOpsBot.Domain.People;

namespace ChatOpsBot.Domain.Requests.Fields;

/// <summary>A person: "me", somebody mentioned, or a name as typed, which nobody vouches for.</summary>
public sealed class PersonField(string id) : Field<Person>(id)
{
    /// <summary>What stands for the person who types; the dialogs turn each language's word into it.</summary>
    public const string Me = "@me";

    private const int Longest = 120;
    private const char Between = '\n';

    public override FieldReading Read(string typed, FieldContext context)
    {
        var name = typed.Trim();
        if (name == Me)
            return new FieldReading.Right(Write(context.Who));
        if (SecretScan.In(name) is [var secret, ..])
            return new FieldReading.Wrong($"secret.{secret.Kind}");

        return name.Length <= Longest && name.Any(char.IsLetter) && !name.Any(char.IsControl)
            ? new FieldReading.Right(Between + name)
            : new FieldReading.Wrong("person");
    }

    public static string Write(Person person) => person.Id + Between + person.Name;

    /// <summary>The id is empty where only a name was typed.</summary>
    public override Person Parse(string written) =>
        new(
            written[..written.IndexOf(Between, StringComparison.Ordinal)],
            written[(written.IndexOf(Between, StringComparison.Ordinal) + 1)..]);
}
