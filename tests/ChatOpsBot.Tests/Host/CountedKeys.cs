using System.Globalization;
using ChatOpsBot.Dialogs.Catalog;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Tests.Host;

/// <summary>Keys of requests in order, the same in every run: the first is <c>RST-K0001</c> and its check sign.</summary>
internal static class CountedKeys
{
    public static RequestKeys New()
    {
        var count = 0;
        return new(
            RequestTypes.Prefixes(RequestTypes.All),
            signs => "K" + (++count).ToString(CultureInfo.InvariantCulture).PadLeft(signs - 1, '0'));
    }
}
