using System.Diagnostics.CodeAnalysis;

namespace ChatOpsBot.Application.Desks.IbmCloud;

/// <summary>What came of a call to IBM: a value, or the fault.</summary>
internal sealed class IbmReply<T>
    where T : class
{
    private readonly T? _value;
    private readonly IbmFault? _fault;

    private IbmReply(T? value, IbmFault? fault) => (_value, _fault) = (value, fault);

    public static implicit operator IbmReply<T>(T value) => new(value, null);

    public static implicit operator IbmReply<T>(IbmFault fault) => new(null, fault);

    public bool IsGood([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out IbmFault? fault)
    {
        (value, fault) = (_value, _fault);
        return value is not null;
    }
}
