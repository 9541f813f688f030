using System.ComponentModel.DataAnnotations;
using ChatOpsBot.Domain.Requests.Files;

namespace ChatOpsBot.Application.Files;

/// <summary>Files that people send with a request. Configuration section <c>Files</c>.</summary>
public sealed record RequestFileOptions
{
    public const string Section = "Files";

    private const int Kilo = 1024;

    private static readonly string[] Usual = ["txt", "log", "csv", "json", "xml", "pdf", "png", "jpg", "jpeg"];

    /// <summary>
    /// How large a file may be, in kilobytes. IBM takes 8 MB at most; a mail server may take less. Default: 5 MB.
    /// </summary>
    [Range(1, 8 * Kilo)]
    public int MaxKilobytes { get; init; } = 5 * Kilo;

    /// <summary>How many files may go with one request. 0: none, and people are told so. Default: 5.</summary>
    [Range(0, 20)]
    public int MaxPerRequest { get; init; } = 5;

    /// <summary>
    /// Endings of names, without the dot, of the files that may go with a request. Text is looked through for passwords; of other files the
    /// card says that they were not. Empty: <c>txt, log, csv, json, xml, pdf, png, jpg, jpeg</c>.
    /// </summary>
    public IReadOnlyList<string> Endings { get; init; } = [];

    internal FileLimits Limits => new(MaxKilobytes * Kilo, MaxPerRequest, Endings is { Count: > 0 } named ? named : Usual);
}
