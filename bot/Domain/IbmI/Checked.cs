namespace ChatOpsBot.Domain.IbmI;

/// <summary>What a typed text turned out to be: <see cref="Right"/> or <see cref="Wrong"/>, and nothing else.</summary>
public abstract record Checked<T>
    where T : notnull
{
    private Checked()
    {
    }

    /// <summary>Goes on with what is right; a problem stays as it is. Warnings of both are kept.</summary>
    internal Checked<TNext> Then<TNext>(Func<T, Checked<TNext>> next)
        where TNext : notnull => this switch
        {
            Right right => next(right.Name).With(right.Warnings),
            Wrong wrong => new Checked<TNext>.Wrong(wrong.Problem),
            _ => throw new InvalidOperationException("A checked name is right or wrong."),
        };

    internal Checked<TNext> As<TNext>(Func<T, TNext> next)
        where TNext : notnull => Then<TNext>(name => new Checked<TNext>.Right(next(name)));

    internal Checked<T> With(IReadOnlyList<NameWarning> more) =>
        this is Right right ? right with { Warnings = [.. more.Union(right.Warnings)] } : this;

    public sealed record Right(T Name) : Checked<T>
    {
        public IReadOnlyList<NameWarning> Warnings { get; init; } = [];
    }

    public sealed record Wrong(NameProblem Problem) : Checked<T>;
}
