using System.Text.Json;

namespace ChatOpsBot.Application.Settings.Systems;

/// <summary>Where things stand in a file, and what is wrong there.</summary>
internal sealed class SystemsFilePlaces
{
    private readonly string _file;
    private readonly List<int> _lineEnds = [];
    private readonly List<string> _faults = [];

    public SystemsFilePlaces(string file, ReadOnlySpan<byte> bytes)
    {
        _file = file;
        for (var at = 0; at < bytes.Length; at++)
            if (bytes[at] == '\n')
                _lineEnds.Add(at);
    }

    public IReadOnlyList<string> Faults => _faults;

    /// <summary>The file and the line of the token that the reader is at, counted from 1.</summary>
    public string Of(in Utf8JsonReader json)
    {
        var line = _lineEnds.BinarySearch((int)json.TokenStartIndex);
        return $"{_file}, line {(line < 0 ? ~line : line) + 1}";
    }

    public void Fault(in Utf8JsonReader json, string text) => _faults.Add($"{Of(json)}: {text}");
}
