namespace ChatOpsBot.Domain.IbmI;

/// <summary>A name as the system keeps it. Only <see cref="IbmINames"/> makes one, so that a wrong one cannot exist.</summary>
public abstract record Name
{
    private protected Name(string value) => Value = value;

    public string Value { get; }

    public sealed override string ToString() => Value;
}

public sealed record LibraryName : Name
{
    internal LibraryName(string value)
        : base(value)
    {
    }
}

public sealed record ObjectName : Name
{
    internal ObjectName(string value)
        : base(value)
    {
    }
}

public sealed record MemberName : Name
{
    internal MemberName(string value)
        : base(value)
    {
    }
}

public sealed record UserProfileName : Name
{
    internal UserProfileName(string value)
        : base(value)
    {
    }
}

/// <summary>The device of an independent disk pool.</summary>
public sealed record AspDeviceName : Name
{
    internal AspDeviceName(string value)
        : base(value)
    {
    }
}

public sealed record TapeVolume : Name
{
    internal TapeVolume(string value)
        : base(value)
    {
    }
}

/// <summary>An LPAR as PowerVS names it (there: a virtual server instance).</summary>
public sealed record LparName : Name
{
    /// <summary>In characters.</summary>
    public const int Longest = 47;

    internal LparName(string value)
        : base(value)
    {
    }
}

/// <summary>All names that begin alike: <c>PAY*</c>.</summary>
public sealed record GenericName : Name
{
    internal GenericName(string value)
        : base(value)
    {
    }
}

/// <summary>A word with a meaning of its own, such as <c>*ALLUSR</c>: one of <see cref="SpecialValues"/>, never a free text.</summary>
public sealed record SpecialValue : Name
{
    internal SpecialValue(string value)
        : base(value)
    {
    }
}
