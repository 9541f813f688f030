namespace ChatOpsBot.Domain.Requests.Fields;

/// <summary>Yes or no.</summary>
public sealed class YesNoField(string id) : Field<bool>(id)
{
    public const string Yes = "true";
    public const string No = "false";

    /// <summary>What people type and clients send, beside the words of each language that the dialogs turn into these.</summary>
    public override FieldReading Read(string typed, FieldContext context) => typed.Trim().ToLowerInvariant() switch
    {
        Yes => new FieldReading.Right(Yes),
        No => new FieldReading.Right(No),
        _ => new FieldReading.Wrong("yesno"),
    };

    public override bool Parse(string written) => written == Yes;
}
