using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Tickets;

namespace ChatOpsBot.Host.CommandLine;

/// <summary>Takes a file out of a ticket, under the name that it has there.</summary>
internal sealed class TicketFileSaving(BotDb db)
{
    private readonly DeskBook _book = new(db);

    /// <param name="folder">Must exist.</param>
    /// <returns>The file on disk; null where the ticket has none of that name.</returns>
    /// <exception cref="StartFaultException">It cannot be written there.</exception>
    public async Task<FileInfo?> SaveAsync(Ticket ticket, string name, DirectoryInfo folder, CancellationToken cancel)
    {
        if (await _book.FileAsync(ticket.Number, name, cancel) is not { } kept)
            return null;
        // Whoever can write to the database could name a file anything.
        if (!IsName(kept.Name))
            throw new StartFaultException($"The name of this file in {ticket.Number} is none that can be saved.");

        var file = new FileInfo(Path.Combine(folder.FullName, kept.Name));
        await NewFile.WriteAsync(
            file, "Choose another folder with --folder.", async output => await output.WriteAsync(kept.Content, cancel));
        return file;
    }

    /// <returns>A line for the one who typed it.</returns>
    public async Task<string> WhyNoneAsync(Ticket ticket, string typed, CancellationToken cancel)
    {
        var files = await _book.FilesAsync(ticket.Number, cancel);
        return files.Count == 0
            ? $"{ticket.Number} has no files."
            : $"{ticket.Number} has no file '{typed}'. It has: {string.Join(", ", files.Select(file => file.Name))}";
    }

    private static bool IsName(string name) =>
        name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_') && name.Trim('.').Length > 0;
}
