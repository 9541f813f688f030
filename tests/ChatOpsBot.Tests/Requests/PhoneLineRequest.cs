using System.Globalization;
using System.Text.RegularExpressions;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Fields;

namespace ChatOpsBot.Tests.Requests;

/// <summary>A request type that the bot does not have: its definition and its words are all there is to it.</summary>
internal sealed partial class PhoneLineRequest : RequestType
{
    private static readonly TextField Reason = new("reason") { Longest = 80 };

    private static readonly NumberField Lines = new("lines") { Lowest = 1, Highest = 4 };

    private static readonly ChoiceField<Ring> Tone = new("tone") { ReadFromSentence = true, Usual = _ => Choices.IdOf(Ring.Loud) };

    private static readonly TextField Extension = new("extension")
    {
        IsOptional = true,
        IsFolded = true,
        Form = new(Dialled(), "problem.extension"),
    };

    private static readonly SystemsField Systems = new("systems") { IsOptional = true, IsFolded = true, Slot = "lpar" };

    private enum Ring
    {
        Loud,
        Quiet,
    }

    public override string Id => "phone_line";

    public override int Order => 99;

    public override string Prefix => "PHN";

    public override string Task => "Network Connectivity";

    public override IReadOnlyList<Field> Fields { get; } = [Reason, Lines, Tone, Extension, Systems];

    public override IEnumerable<Risk> Risks(Answers answers, FieldContext context)
    {
        if (answers.TryGet(Lines, out var lines) && lines > 2)
            yield return new Risk("many")
            {
                Values = new Dictionary<string, string> { ["count"] = lines.ToString(CultureInfo.InvariantCulture) },
            };
    }

    public override Severity SeverityOf(Answers answers, FieldContext context) => Severity.Low;

    public override string Subject(Answers answers) => $"PHONE {answers.Get(Lines)}";

    [GeneratedRegex(@"\bx\d{3}\b")]
    private static partial Regex Dialled();
}
