namespace ChatOpsBot.Domain.Requests.Fields;

/// <summary>What a field made of a text. The family is closed.</summary>
public abstract record FieldReading
{
    private FieldReading()
    {
    }

    /// <param name="Value">In the field's written form.</param>
    public sealed record Right(string Value) : FieldReading
    {
        public IReadOnlyList<Problem> Notes { get; init; } = [];
    }

    /// <summary>It may mean several things.</summary>
    /// <param name="Values">Each in the field's written form, two at least.</param>
    public sealed record Several(IReadOnlyList<string> Values) : FieldReading;

    public sealed record Wrong(Problem Problem) : FieldReading
    {
        public Wrong(string key, params ReadOnlySpan<(string Name, string Value)> values)
            : this(Problem.Of(key, values))
        {
        }
    }
}
