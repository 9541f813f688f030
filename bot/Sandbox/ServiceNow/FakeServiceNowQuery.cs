using System.Text.RegularExpressions;

namespace ChatOpsBot.Sandbox.ServiceNow;

/// <summary>An encoded query. What it does not understand it drops without a word, as the real one does.</summary>
internal sealed partial class FakeServiceNowQuery
{
    private readonly List<List<Func<IReadOnlyDictionary<string, string>, bool>>> _all = [];
    private readonly List<(string Column, bool IsDescending)> _order = [];

    /// <param name="columns">Those the table has.</param>
    public static FakeServiceNowQuery Parse(string text, IReadOnlySet<string> columns)
    {
        var query = new FakeServiceNowQuery();
        foreach (var part in Separator().Split(text).Select(part => part.Replace("^^", "^", StringComparison.Ordinal)))
            query.Add(part, columns);
        return query;
    }

    public IEnumerable<IReadOnlyDictionary<string, string>> Of(IEnumerable<IReadOnlyDictionary<string, string>> rows)
    {
        var found = rows.Where(row => _all.TrueForAll(any => any.Exists(is_ => is_(row))));
        foreach (var (column, isDescending) in _order.AsEnumerable().Reverse())
            found = isDescending
                ? found.OrderByDescending(row => row.GetValueOrDefault(column, ""), StringComparer.Ordinal)
                : found.OrderBy(row => row.GetValueOrDefault(column, ""), StringComparer.Ordinal);
        return found;
    }

    private void Add(string part, IReadOnlySet<string> columns)
    {
        if (Order().Match(part) is { Success: true } order)
        {
            if (columns.Contains(order.Groups["column"].Value))
                _order.Add((order.Groups["column"].Value, order.Groups["desc"].Success));
            return;
        }

        var isOr = part.StartsWith("OR", StringComparison.Ordinal);
        if (Condition().Match(isOr ? part[2..] : part) is not { Success: true } match || !columns.Contains(match.Groups["column"].Value))
            return;

        var (column, value) = (match.Groups["column"].Value, match.Groups["value"].Value);
        var test = Test(match.Groups["op"].Value, value);
        if (isOr && _all.Count > 0)
            _all[^1].Add(Row);
        else
            _all.Add([Row]);

        bool Row(IReadOnlyDictionary<string, string> row) => test(row.GetValueOrDefault(column, ""));
    }

    private static Func<string, bool> Test(string op, string value) => op switch
    {
        "=" => held => held == value,
        "!=" => held => held != value,
        ">=" => held => string.CompareOrdinal(held, value) >= 0,
        "<=" => held => string.CompareOrdinal(held, value) <= 0,
        "IN" => held => value.Split(',').Contains(held),
        _ => held => held.Contains(value, StringComparison.OrdinalIgnoreCase),
    };

    [GeneratedRegex(@"(?<!\^)\^(?!\^)")]
    private static partial Regex Separator();

    [GeneratedRegex("^ORDERBY(?<desc>DESC)?(?<column>[a-z_]+)$")]
    private static partial Regex Order();

    [GeneratedRegex("^(?<column>[a-z_]+)(?<op>>=|<=|!=|=|IN|LIKE)(?<value>.*)$", RegexOptions.Singleline)]
    private static partial Regex Condition();
}
