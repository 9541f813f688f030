using System.Globalization;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using CsvHelper.TypeConversion;

namespace ChatOpsBot.Host.CommandLine;

/// <summary>
/// Records as CSV by RFC 4180 (CRLF, quotes doubled), with a line of names in snake case. A text that a spreadsheet would take for a
/// formula gets an apostrophe before it: names of channels are written by anybody.
/// </summary>
internal static class CsvLines
{
    private static readonly CsvConfiguration Form = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        InjectionOptions = InjectionOptions.Escape,
    };

    private static readonly string[] UtcPattern = ["yyyy-MM-dd'T'HH:mm:ss'Z'"];

    public static async Task WriteAsync<T>(TextWriter output, IAsyncEnumerable<T> records, CancellationToken cancel)
    {
        await using var csv = new CsvWriter(output, Form, leaveOpen: true);
        csv.Context.TypeConverterCache.AddConverter<IReadOnlyList<string>>(new Joined());
        var columns = csv.Context.AutoMap<T>();
        foreach (var column in columns.MemberMaps)
            column.Name(JsonNamingPolicy.SnakeCaseLower.ConvertName(column.Data.Member!.Name));
        csv.Context.RegisterClassMap(columns);
        csv.Context.TypeConverterOptionsCache.GetOptions<DateTimeOffset>().Formats = UtcPattern;
        csv.Context.TypeConverterOptionsCache.GetOptions<DateTimeOffset?>().Formats = UtcPattern;
        await csv.WriteRecordsAsync(records, cancel);
    }

    /// <summary>Several in one field.</summary>
    private sealed class Joined : DefaultTypeConverter
    {
        public override string ConvertToString(object? value, IWriterRow row, MemberMapData memberMapData) =>
            string.Join(", ", (IReadOnlyList<string>)value!);
    }
}
