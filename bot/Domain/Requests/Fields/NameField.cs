using ChatOpsBot.Domain.IbmI;

namespace ChatOpsBot.Domain.Requests.Fields;

/// <summary>One IBM i name.</summary>
public sealed class NameField(string id, NameCheck check) : Field<string>(id)
{
    public override FieldReading Read(string typed, FieldContext context) => check(context.Names, typed) switch
    {
        Checked<string>.Right right => new FieldReading.Right(right.Name)
        {
            Notes = [.. right.Warnings.Select(warning => NameProblems.Of(warning, right.Name))],
        },
        Checked<string>.Wrong wrong => new FieldReading.Wrong(NameProblems.Of(wrong.Problem)),
        _ => throw new InvalidOperationException("A checked name is right or wrong."),
    };

    public override string Parse(string written) => written;
}
