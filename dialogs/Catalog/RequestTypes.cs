using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Dialogs.Catalog;

/// <summary>The request types: every definition in this assembly. A new one is found by being there.</summary>
public static class RequestTypes
{
    public static IReadOnlyList<RequestType> All { get; } =
    [
        .. typeof(RequestTypes).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(RequestType)))
            .Select(type => (RequestType)Activator.CreateInstance(type)!)
            .OrderBy(type => type.Order),
    ];

    /// <summary>Three letters for each kind of key.</summary>
    public static IEnumerable<string> Prefixes(IEnumerable<RequestType> types) => types.SelectMany(type => type.Prefixes).Distinct();
}
