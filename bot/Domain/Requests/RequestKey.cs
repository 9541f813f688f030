namespace ChatOpsBot.Domain.Requests;

/// <summary>
/// The short name of a request, to be said aloud and typed again: <c>RST-7K3QZC</c>. Three letters for the type, five random
/// signs and one that checks all eight others. Only <see cref="RequestKeys"/> makes one.
/// </summary>
public sealed record RequestKey
{
    internal RequestKey(string prefix, string body) => (Prefix, Value) = (prefix, $"{prefix}-{body}");

    public string Prefix { get; }

    /// <summary>As it is written everywhere: upper case, one dash.</summary>
    public string Value { get; }

    public override string ToString() => Value;
}
