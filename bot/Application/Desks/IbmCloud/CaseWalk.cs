namespace ChatOpsBot.Application.Desks.IbmCloud;

/// <summary>Cases from the newest change back, page by page, each once: what changes meanwhile shifts the pages.</summary>
internal sealed class CaseWalk(IbmCases cases)
{
    /// <summary>10,000 cases: whoever has more open than that has another trouble.</summary>
    private const int MostPages = 500;

    /// <param name="search">What stands in the subject; null for every case.</param>
    /// <param name="reaches">Whether a case still belongs to it; the first that does not ends the walk.</param>
    /// <returns>All of them, or the fault: never a part.</returns>
    public async Task<IbmReply<List<Case>>> TakeAsync(string? search, Func<Case, bool> reaches, CancellationToken cancel)
    {
        Dictionary<string, Case> found = [];
        var offset = 0;
        for (var page = 0; page < MostPages; page++)
        {
            if (!(await cases.ListAsync(search, offset, cancel)).IsGood(out var list, out var fault))
                return fault;

            foreach (var one in (list.Cases ?? []).OfType<Case>().Where(one => !string.IsNullOrWhiteSpace(one.Number)))
            {
                if (!reaches(one))
                    return found.Values.ToList();
                found.TryAdd(one.Number!, one);
            }

            // An address that leads back, or nowhere further, is no next page.
            if (list.NextOffset is not { } next || next <= offset)
                break;
            offset = next;
        }

        return found.Values.ToList();
    }
}
