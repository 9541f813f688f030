using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatOpsBot.Tests.Browser.People;

/// <summary>A DR event in the real client, from its declaration to its end: two people lead it, and two channels read along.</summary>
public sealed class RecoveryTests : IAsyncLifetime
{
    private const string Bot = "Test Bot";
    private const string General = "My Team - General";
    private const string Announcements = "My Team - Announcements";

    private readonly Company _company = new();

    public ValueTask InitializeAsync()
    {
        _company.Settings["Systems:Lpars:0:Name"] = "LPAR1";
        _company.Settings["Systems:Lpars:0:Production"] = "true";
        _company.Settings["Systems:Lpars:0:DrPartner"] = "LPAR1DR";
        _company.Settings["Turns:TimeZone"] = "Europe/Berlin";
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _company.DisposeAsync();

    [Fact]
    public async Task A_failover_is_announced_in_both_channels_changed_in_place_corrected_and_closed()
    {
        await using var ana = await _company.OpenChatAsync(Person.Ana);
        await using var ben = await _company.OpenChatAsync(Person.Ben);
        await using var general = await FollowAsync(General, "follow LPAR1");
        await using var announcements = await FollowAsync(Announcements, "follow all DR events");

        var declared = await ana.AskAsync("declare a failover for LPAR1: the site is down");
        await Expect(declared).ToContainTextAsync("Approving it announces it to 2 channels in 1 team.");
        await ana.KeepPictureAsync("event-declared", declared);
        var asked = await ben.AskAsync("approve DR-1");
        await ben.KeepPictureAsync("event-asked", asked);
        await ChatWindow.PressAsync(asked, "Approve");
        await Expect(asked).ToContainTextAsync("Announced to 2 channels in 1 team.");

        var (first, second) = (await AnnouncedAsync(general), await AnnouncedAsync(announcements));
        await general.KeepPictureAsync("event-channel-approved");

        await ben.AskAsync("DR-1 failover started: replication stopped");
        foreach (var card in new[] { first, second })
            await Expect(card).ToContainTextAsync("DR-1 · failover running");
        await general.ReadsAsync("replication stopped");

        await ana.AskAsync("correct DR-1: replication runs, the site is what is down");
        foreach (var card in new[] { first, second })
            await Expect(card).ToContainTextAsync("Correction: replication runs, the site is what is down");
        await general.KeepPictureAsync("event-channel-corrected", first);
        await general.KeepPictureAsync("event-channel", height: 1350);

        await ben.AskAsync("DR-1 dr side is up");
        await ana.AskAsync("DR-1 applications work: orders go through");
        await Expect(second).ToContainTextAsync("application validated by the client");
        await announcements.KeepPictureAsync("event-channel-validated");

        var deliveries = await ana.AskAsync("deliveries DR-1");
        await Expect(deliveries).ToContainTextAsync("My Team");
        await ana.KeepPictureAsync("event-deliveries", deliveries);

        await ana.AskAsync("DR-1 stable");
        await ana.AskAsync("close DR-1: back on LPAR1, nothing was lost");
        foreach (var card in new[] { first, second })
            await Expect(card).ToContainTextAsync("DR-1 · closed");
        await general.KeepPictureAsync("event-channel-closed");
        await announcements.KeepPictureAsync("event-channel-closed-card", second);
        await Expect(general.Cards.Filter(new() { HasText = "DR-1 ·" })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_drill_is_previewed_sent_by_a_second_press_and_is_not_taken_for_the_real_thing()
    {
        await using var ana = await _company.OpenChatAsync(Person.Ana);
        await using var general = await FollowAsync(General, "follow LPAR1");

        var form = new CardForm(await ana.AskAsync("declare a dr event"));
        await ana.KeepPictureAsync("event-form", form.Card);
        await form.PressAsync("Declare");
        await Expect(form.Card).ToContainTextAsync("Please say whether it is real or a drill.");
        await form.ChooseAsync("What is it?", "DRILL");
        await form.TickAsync("LPAR1 → LPAR1DR");
        await form.FillAsync("Why? (optional)", "Emergency plan 2026");
        await form.PressAsync("Declare");
        await Expect(form.Card).ToContainTextAsync("It would go to 1 channel in 1 team.");
        await ana.KeepPictureAsync("event-drill-preview", form.Card);
        await form.PressAsync("Announce");

        var announced = await AnnouncedAsync(general);
        await Expect(announced).ToContainTextAsync("This is an exercise. It is not the real thing.");
        await general.KeepPictureAsync("event-channel-drill");

        // Whoever reads it in the channel can look closer, and sees what there is to do.
        await ChatWindow.PressAsync(announced, "Details");
        await Expect(announced.GetByRole(AriaRole.Button, new() { Name = "Call off" })).ToBeVisibleAsync();
        await general.KeepPictureAsync("event-channel-details");
    }

    // A window of its own on the channel, in which it is made to follow.
    private async Task<ChatWindow> FollowAsync(string channel, string sentence)
    {
        var window = await _company.OpenChatAsync(Person.Ana);
        await window.EnterChannelAsync(channel);
        var thread = await window.PostAsync(sentence, mention: Bot);
        await Expect(thread).ToContainTextAsync("This channel follows");
        return window;
    }

    private static Task<ILocator> AnnouncedAsync(ChatWindow channel) =>
        ChatWindow.ShownAsync(channel.Cards.Filter(new() { HasText = "DR-1 ·" }).First);
}
