using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ChatOpsBot.Tests.Browser;

/// <summary>A card with inputs, filled in as a person does: by what is written on it.</summary>
internal sealed partial class CardForm(ILocator card)
{
    public ILocator Card => card;

    public async Task FillAsync(string label, string value) => await (await InputAsync(label)).FillAsync(value);

    /// <summary>Chooses from a list that opens, or from choices that are all in sight.</summary>
    public async Task ChooseAsync(string label, string title)
    {
        var input = await InputAsync(label);
        if (await input.GetAttributeAsync("role") == "radiogroup")
        {
            await input.GetByRole(AriaRole.Radio, new() { Name = title, Exact = true }).CheckAsync();
            return;
        }

        await input.ClickAsync();
        await card.Page.GetByRole(AriaRole.Option, new() { Name = title, Exact = true }).ClickAsync();
    }

    /// <param name="title">What is said yes to, beside the box.</param>
    public Task TickAsync(string title) => card.GetByRole(AriaRole.Checkbox, new() { Name = title }).CheckAsync();

    /// <summary>Picks a day of the two years ahead from the calendar.</summary>
    public async Task PickDayAsync(string label, DateOnly day)
    {
        await (await InputAsync(label)).ClickAsync();
        var calendar = card.Page.GetByRole(AriaRole.Dialog);
        var shown = day.ToString("d, MMMM, yyyy", CultureInfo.InvariantCulture);
        var button = calendar.GetByRole(AriaRole.Button, new() { Name = shown, Exact = true });
        await calendar.GetByRole(AriaRole.Grid).WaitForAsync();
        for (var month = 0; month < 24 && await button.CountAsync() == 0; month++)
            await calendar.GetByRole(AriaRole.Button, new() { NameRegex = NextMonth() }).ClickAsync();
        await button.ClickAsync();
    }

    /// <param name="time">A full or a half hour: the list knows no others.</param>
    public Task PickTimeAsync(string label, TimeOnly time) => ChooseAsync(label, time.ToString("h:mm tt", CultureInfo.InvariantCulture));

    public Task PressAsync(string button) => ChatWindow.PressAsync(card, button);

    // By the label's own text: what a screen reader says of an input grows by the message when a value is wrong.
    private async Task<ILocator> InputAsync(string label)
    {
        var written = card.Locator("label").Filter(new() { HasTextRegex = new($@"^{Regex.Escape(label)}( \*)?$") });
        return card.Locator($"[id='{await written.GetAttributeAsync("for")}']");
    }

    [GeneratedRegex("^Next month")]
    private static partial Regex NextMonth();
}
