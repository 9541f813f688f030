using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Storage.Inbox;
using ChatOpsBot.Storage.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using static ChatOpsBot.Tests.Storage.SampleRequest;

namespace ChatOpsBot.Tests.Storage;

/// <summary>What older versions of the bot have kept stays readable.</summary>
public abstract class MigrationContract(TestDatabase database) : DatabaseContract(database)
{
    [Fact]
    public async Task A_database_that_the_first_version_has_filled_goes_on()
    {
        await using (var old = Database.Open())
        {
            await old.GetService<IMigrator>().MigrateAsync("Start", Cancel);
            await old.Database.ExecuteSqlRawAsync(
                """
                INSERT INTO "Conversation" ("Id", "ConversationId", "Kind", "ServiceUrl", "BotId", "UpdatedAt")
                SELECT 'ops', 'ops', 'channel', 'https://smba.trafficmanager.net/emea/', '28:bot', {0};
                INSERT INTO "SeenActivity" ("Key", "At", "Reply") SELECT 'chat|1', {0}, 'said';
                """, [Database.Instant(Monday)], Cancel);
        }

        await using var db = await OpenAsync();
        Assert.Equal(Monday, (await db.Conversations.SingleAsync(Cancel)).UpdatedAt);
        var seen = await new SeenActivityStore(db).FindAsync("chat|1", Cancel);
        Assert.Equal(("said", null), (seen?.Reply, seen?.SubjectId));
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task A_database_is_brought_up_to_date_however_often_it_is_opened()
    {
        await (await OpenAsync()).DisposeAsync();
        await using var again = Database.Open();
        await again.PrepareAsync(Cancel);
        Assert.Empty(await again.Database.GetPendingMigrationsAsync(Cancel));
    }

    [Fact]
    public async Task A_request_reads_though_its_document_has_more_and_less_than_this_version_knows()
    {
        var draft = Draft();
        await CommitAsync(db => new RequestStore(db).PutAsync(draft, new("started", Ana), null, Monday, Cancel));
        const string Other =
            """
            {"id":"{0}","key":"RST-7K3QZ9","mood":{"is":["good"]},"type":"restore","owner":{"id":"aad-ana","name":"Ana","shoe":42},
            "conversationId":"a:ana","language":"en","zone":"Europe/Berlin","state":"Reviewing","version":1,"token":"token-1",
            "entries":{"lpar":{"typed":"lpar1","value":"LPAR1","colour":"red"}},
            "createdAt":"2026-11-23T08:30:00+00:00","changedAt":"2026-11-23T08:30:00+00:00"}
            """;
        var document = Other.Replace("{0}", draft.Id.ToString(), StringComparison.Ordinal);
        await AskAsync(db => db.Database.ExecuteSqlAsync($"""UPDATE "Request" SET "Document" = {document}""", Cancel));

        var read = await AskAsync(db => new RequestStore(db).FindAsync(draft.Id, Cancel));
        var expected = draft with
        {
            State = RequestState.Reviewing,
            Entries = new Dictionary<string, Entry> { ["lpar"] = new("lpar1") { Value = "LPAR1" } },
        };
        Assert.Equivalent(expected, read, strict: true);
    }
}
