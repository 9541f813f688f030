using ChatOpsBot.Sandbox;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Host;
using Microsoft.AspNetCore.Http;

namespace ChatOpsBot.Tests.LanguageModel;

/// <summary>What is told of the language model, and what stays between a person, the bot and that.</summary>
public sealed class AdvicePrivacyTests
{
    private const string Canary = "ZEBRA77";
    private const string Said = $"who does the flurbing of {Canary}?";

    public static TheoryData<string> Ends => [.. ByName.Keys];

    // Each with the canary where a careless log would quote it.
    private static Dictionary<string, FakeFault> ByName => new()
    {
        ["advice"] = FakeModel.Chooses(FakeModel.Choice("rows", 3)),
        ["chatter"] = FakeModel.Says($"{Canary} is a zebra."),
        ["no JSON"] = FakeFault.Answer($"<p>{Canary}</p>"),
        ["refusal"] = FakeFault.Refuse(400, Canary),
        ["fault"] = new(async http =>
        {
            http.Response.StatusCode = 500;
            await http.Response.WriteAsJsonAsync(new { error = new { message = Canary, type = Canary } });
        }),
        ["broken"] = FakeFault.DropAfterAccepting(),
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task Neither_what_was_said_nor_what_came_back_nor_the_key_is_logged(string end)
    {
        await using var it = await AdvisedBot.StartAsync(
            ("Logging:LogLevel:Default", "Trace"), ("Logging:LogLevel:System.Net.Http", "Trace"), ("Logging:LogLevel:OpenAI", "Trace"));
        it.Model.Answer = ByName[end];
        await it.Ana.SaysAsync(Said);

        Assert.Contains(Canary, Assert.Single(it.Model.Asked).ToJsonString(), StringComparison.Ordinal);
        Assert.Contains(it.Bot.Log.Lines, line => line.Contains("language model", StringComparison.Ordinal));
        Assert.All(it.Bot.Log.Lines, line =>
        {
            Assert.DoesNotContain(Canary, line, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("flurb", line, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(FakeModel.Key, line, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Whoever_asks_what_is_stored_about_them_reads_where_messages_go()
    {
        await using var it = await AdvisedBot.StartAsync();
        await it.Ana.SaysAsync("what do you know about me?");
        Assert.Contains("to a language model at 127.0.0.1, without your name", it.LastShown, StringComparison.Ordinal);

        await using var without = await RunningBot.StartAsync();
        var ben = without.Colleague("ben");
        await ben.SaysAsync("what do you know about me?");
        Assert.DoesNotContain("language model", ben.Card.Content.ToJsonString(), StringComparison.Ordinal);
    }
}
