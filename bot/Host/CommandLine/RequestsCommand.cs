using System.CommandLine;
using System.Text.Json;
using ChatOpsBot.Application.Desks;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Storage.Requests;
using ChatOpsBot.Storage.Tickets;

namespace ChatOpsBot.Host.CommandLine;

/// <summary><c>requests</c>: the tickets of the bot's own desk, for whoever works on them. The bot may run beside it.</summary>
internal sealed class RequestsCommand
{
    private const string Every = "all";

    private readonly GlobalOptions _everywhere;
    private readonly Argument<string> _which = new("key-or-number")
    {
        Description = "A request's key (RST-7K3QZC) or a ticket's number (T-000123).",
    };
    private readonly Option<bool> _json = new("--json") { Description = "Write JSON, one object per line." };

    private RequestsCommand(GlobalOptions everywhere) => _everywhere = everywhere;

    public static Command Build(GlobalOptions everywhere)
    {
        var parts = new RequestsCommand(everywhere);
        return new Command("requests", "Work on the tickets of the bot's local desk.")
        {
            parts.List(), parts.Show(), parts.Save(), parts.Set(),
        };
    }

    private Command List()
    {
        var state = new Option<string?>("--state") { Description = "Default: all except resolved and closed." };
        state.AcceptOnlyFromAmong([.. TicketStateWords.All, Every]);
        var command = new Command("list", "List tickets, most recently changed first.") { state, _json };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await CliDatabase.OpenAsync(_everywhere.Arguments(parsed), cancel);
            var tickets = await new DeskBook(desk.Db).ListAsync(States(parsed.GetValue(state)), cancel);
            if (parsed.GetValue(_json))
                WriteJson(tickets.Select(ticket => JsonSerializer.Serialize(TicketLine.Of(ticket), TicketJson.Default.TicketLine)));
            else if (tickets.Count > 0)
                new TicketTables().List(tickets);
            else
                Console.Out.WriteLine("No tickets.");
            return ExitCodes.Ok;
        });
        return command;
    }

    private Command Show()
    {
        var command = new Command("show", "Show a ticket's text, files and history.") { _which, _json };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await CliDatabase.OpenAsync(_everywhere.Arguments(parsed), cancel);
            var lookup = new TicketLookup(desk.Db);
            if (await lookup.FindAsync(parsed.GetValue(_which)!, cancel) is not { } ticket)
                return await NoneAsync(lookup, parsed.GetValue(_which)!, cancel);

            var entries = await new DeskBook(desk.Db).HistoryAsync(ticket.Number, cancel);
            var files = await new DeskBook(desk.Db).FilesAsync(ticket.Number, cancel);
            var requests = new RequestStore(desk.Db);
            var asked = await requests.FindByKeysAsync([ticket.Key], cancel) is [var request]
                ? await requests.HistoryAsync(request.Id, cancel)
                : [];
            if (parsed.GetValue(_json))
                WriteJson([
                    JsonSerializer.Serialize(
                            new(
                                TicketLine.Of(ticket),
                                ticket.Body,
                                files,
                                [.. entries.Select(TicketStep.Of)],
                                [.. asked.Select(RequestStep.Of)]),
                            TicketJson.Default.TicketSheet),
                    ]);
            else
                new TicketTables().Sheet(ticket, files, entries, asked);
            return ExitCodes.Ok;
        });
        return command;
    }

    private Command Save()
    {
        var name = new Argument<string>("file") { Description = "Name of the file, as show lists it." };
        var folder = new Option<DirectoryInfo>("--folder")
        {
            Description = "Where to save it; a file that is there is never replaced. Default: the current folder.",
            DefaultValueFactory = _ => new DirectoryInfo(Directory.GetCurrentDirectory()),
        };
        var command = new Command("save", "Save a ticket's file to disk, under its name.") { _which, name, folder };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await CliDatabase.OpenAsync(_everywhere.Arguments(parsed), cancel);
            var lookup = new TicketLookup(desk.Db);
            if (await lookup.FindAsync(parsed.GetValue(_which)!, cancel) is not { } ticket)
                return await NoneAsync(lookup, parsed.GetValue(_which)!, cancel);

            var saving = new TicketFileSaving(desk.Db);
            if (await saving.SaveAsync(ticket, parsed.GetValue(name)!, parsed.GetValue(folder)!, cancel) is not { } saved)
            {
                await Console.Error.WriteLineAsync(await saving.WhyNoneAsync(ticket, parsed.GetValue(name)!, cancel));
                return ExitCodes.Negative;
            }

            Console.Out.WriteLine(saved.FullName);
            return ExitCodes.Ok;
        });
        return command;
    }

    private Command Set()
    {
        var state = new Argument<string>("state") { Description = "The new state." };
        state.AcceptOnlyFromAmong(TicketStateWords.All);
        var note = new Option<string?>("--note") { Description = "A note to the requester." };
        var command = new Command("set", "Change a ticket's state; the requester is notified in the chat.") { _which, state, note };
        command.SetAction(
            async (parsed, cancel) =>
            {
                await using var desk = await CliDatabase.OpenAsync(_everywhere.Arguments(parsed), cancel);
                var change = new TicketChange(desk.Db);
                var line = await change.MakeAsync(
                    parsed.GetValue(_which)!, TicketStateWords.Read(parsed.GetValue(state)!), parsed.GetValue(note), cancel);
                if (line is null)
                    return await NoneAsync(new(desk.Db), parsed.GetValue(_which)!, cancel);

                Console.Out.WriteLine(line);
                return ExitCodes.Ok;
            });
        return command;
    }

    private static async Task<int> NoneAsync(TicketLookup lookup, string typed, CancellationToken cancel)
    {
        await Console.Error.WriteLineAsync(await lookup.WhyNoneAsync(typed, cancel));
        return ExitCodes.Negative;
    }

    private static TicketState[] States(string? word) => word switch
    {
        null => [.. TicketStateWords.Unfinished],
        Every => [],
        _ => [TicketStateWords.Read(word)],
    };

    private static void WriteJson(IEnumerable<string> lines)
    {
        using var output = Utf8Output.Open();
        foreach (var line in lines)
            output.WriteLine(line);
    }
}
