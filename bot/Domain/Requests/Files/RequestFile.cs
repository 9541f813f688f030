using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Domain.Requests.Files;

/// <summary>A file that goes with a request. What is in it is kept beside the request until the desk has it.</summary>
/// <param name="Number">Counts the files of one request from 1; a number that was taken out is not given again.</param>
/// <param name="Name">As its sender called it: one line, clipped.</param>
/// <param name="Size">In bytes.</param>
public sealed record RequestFile(Guid Id, int Number, string Name, string ContentType, int Size, FileProgress Progress)
{
    /// <summary>In characters. Windows, ServiceNow and IBM's cases take more.</summary>
    private const int LongestName = 100;

    /// <summary>Nobody could look for passwords in it: a picture, say.</summary>
    public bool IsUnread { get; init; }

    /// <summary>What the desk said when it did not take it.</summary>
    public string? RefusedBecause { get; init; }

    /// <inheritdoc cref="DeskFile.Name"/>
    public string NameAt(string key)
    {
        var (name, ending) = (Path.GetFileNameWithoutExtension(Name), Path.GetExtension(Name));
        var lead = $"{key}-{Number}-";
        var room = LongestName - lead.Length - ending.Length;
        return lead + Plain(name.Length > room ? name[..room] : name) + Plain(ending);
    }

    private static string Plain(string text) =>
        string.Concat(text.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' ? letter : '_'));
}

/// <summary>Stored: a name never changes its meaning.</summary>
public enum FileProgress
{
    /// <summary>The desk does not have it yet.</summary>
    Waiting,

    AtDesk,

    /// <summary>The desk did not take it, or could not be reached.</summary>
    NotTaken,
}
