using ChatOpsBot.Cards;
using ChatOpsBot.Tests.Cards;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Searching;

/// <summary>Rows of the matrix while somebody types, through the whole bot.</summary>
public sealed class RowSearchTests(SearchBotFixture box) : IClassFixture<SearchBotFixture>
{
    private const int Rows = 7;

    [Theory]
    [InlineData("en-US", "pt", "Updates/Patching")]
    [InlineData("en-US", "ptf", "Updates/Patching")]
    [InlineData("en-US", "monit", "Monitoring")]
    [InlineData("en-US", "capac", "Performance and Capacity Management")]
    [InlineData("en-US", "vulner", "Security")]
    [InlineData("en-US", "firew", "Network Connectivity")]
    [InlineData("en-US", "back", "Backup and Restore")]
    [InlineData("en-US", "resto", "Backup and Restore")]
    [InlineData("en-US", "failov", "Disaster Recovery (Optional Add-on)")]
    [InlineData("en-US", "DISASTER", "Disaster Recovery (Optional Add-on)")]
    [InlineData("en-US", "backpu and restroe", "Backup and Restore")]
    [InlineData("en-US", "Sicherung", "Backup and Restore")]
    [InlineData("de-DE", "Sicherung", "Backup and Restore")]
    [InlineData("de-DE", "Überwach", "Monitoring")]
    [InlineData("de-DE", "ueberwach", "Monitoring")]
    [InlineData("de-DE", "Wiederherst", "Backup and Restore")]
    [InlineData("de-DE", "back", "Backup and Restore")]
    [InlineData("fr-FR", "sauveg", "Backup and Restore")]
    [InlineData("fr-FR", "surveill", "Monitoring")]
    [InlineData("es-ES", "copias de seg", "Backup and Restore")]
    [InlineData("pt-BR", "monitor", "Monitoring")]
    [InlineData("ja-JP", "バックア", "Backup and Restore")]
    [InlineData("ja-JP", "監視", "Monitoring")]
    public async Task The_row_meant_stands_first(string locale, string typed, string task)
    {
        var found = await box.Bot.AskAsync(ActivityJson.Search("rows", typed).With("locale", locale));

        Assert.Equal(task, found.Tasks.FirstOrDefault());
    }

    [Fact]
    public async Task Every_row_is_found_by_each_beginning_of_its_name()
    {
        foreach (var task in (await box.Bot.SearchAsync("rows")).Tasks)
        {
            for (var length = 2; length <= task.Length; length++)
                Assert.Contains(task, (await box.Bot.SearchAsync("rows", task[..length])).Tasks);
        }
    }

    [Fact]
    public async Task The_list_opens_with_the_whole_matrix()
    {
        var found = await box.Bot.SearchAsync("rows");

        Assert.Equal(Rows, found.Hits.Count);
        Assert.Equal(Rows, found.Tasks.Distinct().Count());
    }

    [Fact]
    public async Task Pages_follow_one_another_without_a_gap()
    {
        List<string> seen = [];
        for (var skip = 0; skip <= Rows; skip += 3)
            seen.AddRange((await box.Bot.SearchAsync("rows", "", skip, count: 3)).Tasks);

        Assert.Equal((await box.Bot.SearchAsync("rows", "")).Tasks, seen);
    }

    [Fact]
    public async Task An_inserted_card_can_be_read_by_everybody_and_asks_no_bot()
    {
        foreach (var locale in new[] { "en-US", "de-DE" })
        {
            var found = await box.Bot.AskAsync(ActivityJson.Search("rows").With("locale", locale));
            Assert.All(
                found.Hits,
                hit => Assert.Equal(["Action.OpenUrl"], hit.Card["actions"]!.AsArray().Select(action => (string?)action!["type"])));
            Assert.All(found.Hits, hit => Assert.Equal(locale[..2], (string?)hit.Card["lang"]));
            foreach (var hit in found.Hits)
            {
                await CardSchema.AssertValidAsync(hit.Card);
                Assert.InRange(hit.Card.ToJsonString().Length, 1, CardLimits.Bytes);
            }
        }
    }

    [Fact]
    public async Task The_language_of_the_client_is_read_where_the_activity_names_none()
    {
        var activity = ActivityJson.Search("rows", "ptf").With("locale", null);
        activity["entities"] = new System.Text.Json.Nodes.JsonArray(
            new System.Text.Json.Nodes.JsonObject { ["type"] = "clientInfo", ["locale"] = "de-DE" });

        Assert.Equal("de", (string?)(await box.Bot.AskAsync(activity)).Hits[0].Card["lang"]);
    }

    [Fact]
    public async Task Half_a_word_is_no_slip_for_another()
    {
        Assert.DoesNotContain("Disaster Recovery (Optional Add-on)", (await box.Bot.SearchAsync("rows", "firew")).Tasks);
        Assert.Contains("Disaster Recovery (Optional Add-on)", (await box.Bot.SearchAsync("rows", "fire in the site")).Tasks);
    }
}
