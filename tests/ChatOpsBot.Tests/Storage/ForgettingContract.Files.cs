using System.Text.Json.Nodes;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Storage.People;
using ChatOpsBot.Storage.Requests;
using ChatOpsBot.Storage.Tickets;
using Microsoft.EntityFrameworkCore;
using static ChatOpsBot.Tests.Storage.SampleRequest;

namespace ChatOpsBot.Tests.Storage;

public abstract partial class ForgettingContract
{
    [Fact]
    public async Task A_persons_files_go_with_their_name_and_those_of_others_and_of_what_is_open_stay()
    {
        await FillAsync();
        foreach (var key in (string[])["RST-MINE22", "RST-OPEN22", "RST-ANA333"])
            await FileAsync(key);
        await ForgetAsync(Eva, Monday.AddHours(1));
        Assert.Equal(["RST-OPEN22-1-job.log", "RST-ANA333-1-job.log"], await NamesAsync());
        Assert.Equal("attached", (await AskAsync(db => new DeskBook(db).HistoryAsync("T-000001", Cancel)))[^1].What);

        await CommitAsync(async db =>
        {
            var requests = new RequestStore(db);
            foreach (var request in await requests.FindByKeysAsync(["RST-OPEN22"], Cancel))
                await requests.PutAsync(
                    request.Next() with { State = RequestState.Withdrawn }, new("withdrawn", Eva), null, Monday.AddDays(1), Cancel);
        });
        await GoOnAsync();
        Assert.Equal(["RST-ANA333-1-job.log"], await NamesAsync());
    }

    [Fact]
    public async Task The_file_of_a_person_names_their_files_and_leaves_their_content_out()
    {
        await FillAsync();
        await FileAsync("RST-MINE22");
        var file = await AskAsync(db => new PersonFile(db).MakeAsync(Eva.Id, Cancel));
        var row = (JsonObject)Assert.Single(file["TicketFile"]!.AsArray())!;
        Assert.Equal(["Number", "Name", "At", "ContentType", "Sha256", "Size"], row.Select(column => column.Key));
        Assert.Equal(("RST-MINE22-1-job.log", 7), ((string)row["Name"]!, (int)row["Size"]!));
    }

    private Task<Ticket> FileAsync(string key) => AskAsync(async db =>
    {
        var book = new DeskBook(db);
        return await book.WriteAsync(
            Monday,
            async at =>
            {
                var ticket = await book.OpenAsync(new(key, "restore", "Restore", "LPAR: LPAR1", Severity.Medium), at, Cancel);
                book.Attach(ticket, new($"{key}-1-job.log", "text/plain", "CPF9898"u8.ToArray()), at);
                return ticket;
            },
            Cancel);
    });

    private Task<List<string>> NamesAsync() =>
        AskAsync(db => db.TicketFiles.OrderBy(file => file.Number).Select(file => file.Name).ToListAsync(Cancel));
}
