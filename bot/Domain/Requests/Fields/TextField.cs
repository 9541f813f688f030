using System.Globalization;

namespace ChatOpsBot.Domain.Requests.Fields;

/// <summary>Free text, which ends in a ticket: what looks like a password or key is refused.</summary>
public sealed class TextField(string id) : Field<string>(id)
{
    public int Shortest { get; init; }

    public int Longest { get; init; } = 256;

    /// <summary>Several lines.</summary>
    public bool IsLong { get; init; }

    /// <summary>
    /// Null for texts that may look as they like. With a form, the sentence that asks for the request answers the field by holding such
    /// a text.
    /// </summary>
    public TextForm? Form { get; init; }

    public override FieldReading Read(string typed, FieldContext context)
    {
        var text = typed.Trim();
        if (SecretScan.In(text) is [var secret, ..])
            return new FieldReading.Wrong($"secret.{secret.Kind}");
        if (text.Length < Shortest)
            return new FieldReading.Wrong("text.short", ("shortest", Number(Shortest)), ("length", Number(text.Length)));
        if (text.Length > Longest)
            return new FieldReading.Wrong("text.long", ("longest", Number(Longest)), ("length", Number(text.Length)));
        return Form?.Fits(text) is false ? new FieldReading.Wrong(Form.Unfit) : new FieldReading.Right(text);
    }

    public override string Parse(string written) => written;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
