using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Dialogs.Catalog;

/// <summary>The request types, and the rows of the matrix they belong to.</summary>
public static class RequestCatalog
{
    /// <summary>The request that follows a declaration of a disaster.</summary>
    public const string Failover = "dr_failover";

    /// <summary>Ids of all request types, in the order they are offered.</summary>
    public static IReadOnlyList<string> Ids { get; } = [.. RequestTypes.All.Select(type => type.Id)];

    public static bool IsRequestType(string? id) => id is not null && Ids.Contains(id);

    /// <summary>The requests a row names and leads to; none for most rows, and for every row of another service's page.</summary>
    public static IEnumerable<string> Of(Row row) =>
        RequestTypes
            .All.Where(type => row.Page is null && type.IsInRow && string.Equals(type.Task, row.Task, StringComparison.OrdinalIgnoreCase))
            .Select(type => type.Id);

    /// <summary>The row a request belongs to, by its task; null for an unknown request.</summary>
    public static string? TaskOf(string id) => RequestTypes.All.FirstOrDefault(type => type.Id == id)?.Task;
}
