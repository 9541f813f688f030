namespace ChatOpsBot.Domain.Requests.Files;

/// <summary>Which files may go with a request.</summary>
/// <param name="MostBytes">Of one file.</param>
/// <param name="MostFiles">Of one request.</param>
/// <param name="Endings">Without the dot.</param>
public sealed record FileLimits(int MostBytes, int MostFiles, IReadOnlyCollection<string> Endings);
