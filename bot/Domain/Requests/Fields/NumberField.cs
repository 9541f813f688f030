using System.Globalization;

namespace ChatOpsBot.Domain.Requests.Fields;

/// <summary>A whole number between two bounds, both included.</summary>
public sealed class NumberField(string id) : Field<int>(id)
{
    public required int Lowest { get; init; }

    public required int Highest { get; init; }

    public override FieldReading Read(string typed, FieldContext context) =>
        int.TryParse(typed.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && number >= Lowest
        && number <= Highest
            ? new FieldReading.Right(number.ToString(CultureInfo.InvariantCulture))
            : new FieldReading.Wrong(
                "number.range",
                ("lowest", Lowest.ToString(CultureInfo.InvariantCulture)),
                ("highest", Highest.ToString(CultureInfo.InvariantCulture)));

    public override int Parse(string written) => int.Parse(written, CultureInfo.InvariantCulture);
}
