using ChatOpsBot.Domain.Requests.Fields;

namespace ChatOpsBot.Dialogs.Forms;

/// <summary>The names of a form's inputs beside its fields: what the card writes and the reader looks for.</summary>
internal static class FormInputs
{
    /// <summary>The data under which the button says which fields the card showed.</summary>
    public const string Shown = "shown";

    /// <summary>The key of the choice among several readings of a field.</summary>
    public static string PickOf(Field field) => $"pick.{field.Id}";

    /// <summary>The key of the object id of whom a client let its person choose.</summary>
    public static string PersonOf(Field field) => $"person.{field.Id}";
}
