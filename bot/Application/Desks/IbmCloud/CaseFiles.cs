using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Domain.Requests.Files;

namespace ChatOpsBot.Application.Desks.IbmCloud;

/// <summary>
/// Puts files into a case. IBM keeps one that is sent twice twice, so each is looked for first, also where nobody says that it may be
/// there: the case has to be read anyway, to see whether it is still open.
/// </summary>
internal sealed class CaseFiles(IbmCases cases, CaseTickets tickets)
{
    /// <summary>In bytes, for each file (IBM Cloud documentation, "Managing support cases").</summary>
    public const int Largest = 8 * 1024 * 1024;

    public async Task<DeskAnswer> AttachAsync(string number, DeskFile file, CancellationToken cancel)
    {
        if (file.Content.Length > Largest)
            return TooLarge(file);
        if (!(await cases.ReadWithFilesAsync(number, cancel)).IsGood(out var read, out var fault))
            return fault.About(number);

        var known = read with { Number = number };
        if (Holds(known, file))
            return tickets.Done(known);
        if (CaseStates.Read(known.Status) is CaseStatus.Closed)
            return new DeskAnswer.Refused($"Case {number} is closed and takes no more files. Please start a new request.");

        return (await cases.AttachAsync(number, file, cancel)).IsGood(out _, out fault)
            ? tickets.Done(known)
            : Meaning(fault, number, file);
    }

    // No other file has its name. Half of it may have come: then it is sent once more.
    private static bool Holds(Case read, DeskFile file) => (read.Attachments ?? []).OfType<CaseFile>().Any(kept =>
        string.Equals(kept.Filename, file.Name, StringComparison.OrdinalIgnoreCase)
        && (kept.SizeInBytes is null || kept.SizeInBytes == file.Content.Length));

    private static DeskAnswer Meaning(IbmFault fault, string number, DeskFile file) => fault switch
    {
        { Status: 413 } => TooLarge(file),
        { Kind: IbmFaultKind.Refused, Said.Length: > 0 } => new DeskAnswer.Refused($"IBM did not take the file {file.Name}: {fault.Said}"),
        { Kind: IbmFaultKind.Refused } => new DeskAnswer.Refused($"IBM did not take the file {file.Name}."),
        _ => fault.About(number),
    };

    private static DeskAnswer.Refused TooLarge(DeskFile file) =>
        new($"IBM takes files of at most {FileSize.Say(Largest)}; {file.Name} has {FileSize.Say(file.Content.Length)}.");
}
