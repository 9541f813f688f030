using static Microsoft.Playwright.Assertions;

namespace ChatOpsBot.Tests.Browser.People;

/// <summary>A restore in the real client, from the first word to the ticket: once by card, once by typing alone.</summary>
public sealed class RestoreTests : IAsyncLifetime
{
    private readonly Company _company = new();

    public ValueTask InitializeAsync()
    {
        _company.Settings["Systems:Lpars:0:Name"] = "LPAR1";
        _company.Settings["Systems:Lpars:0:Production"] = "true";
        _company.Settings["Systems:Lpars:1:Name"] = "LPAR2";
        _company.Settings["Systems:Lpars:1:Production"] = "false";
        _company.Settings["Turns:TimeZone"] = "Europe/Berlin";
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _company.DisposeAsync();

    [Fact]
    public async Task A_sentence_opens_the_form_a_mistake_comes_back_at_its_field_and_the_ticket_has_a_number()
    {
        await using var chat = await _company.OpenChatAsync(Person.Ana);

        var form = new CardForm(await chat.AskAsync("restore PRODLIB on LPAR1 from last night"));
        await Expect(form.Card).ToContainTextAsync("UTC");
        await chat.KeepPictureAsync("restore-form", height: 1060);

        await form.FillAsync("Library", "9PRODLIBRARY");
        await form.PressAsync("Review");
        await Expect(form.Card).ToContainTextAsync("a library name");
        await chat.KeepPictureAsync("restore-mistake", form.Card);

        await form.FillAsync("Library", "PRODLIB");
        await form.PressAsync("Review");
        await Expect(form.Card).ToContainTextAsync("ready to review");
        await chat.KeepPictureAsync("restore-review", form.Card);

        await form.TickAsync("Yes, I confirm this");
        await form.PressAsync("Send to the desk");
        await Expect(form.Card).ToContainTextAsync("T-000001");
        await Expect(form.Card).ToContainTextAsync("Who handles it now");
        await chat.KeepPictureAsync("restore-receipt", form.Card);
    }

    [Fact]
    public async Task Typing_alone_files_a_restore_too_with_a_question_of_another_kind_in_between()
    {
        await using var chat = await _company.OpenChatAsync(Person.Ana);

        await chat.AskAsync("please restore something");
        await Expect(await chat.AskAsync("LPAR2")).ToContainTextAsync("Which library?");
        await Expect(await chat.AskAsync("who applies PTFs?")).ToContainTextAsync("IBM does this");
        await chat.ReadsAsync("Back to “Restore from a backup”. Which library?");
        await Expect(await chat.AskAsync("TESTLIB")).ToContainTextAsync("Which point in time should it be restored to?");
        await Expect(await chat.AskAsync("yesterday 2am")).ToContainTextAsync("ready to review");
        await chat.KeepPictureAsync("restore-typed");
        await Expect(await chat.AskAsync("send it")).ToContainTextAsync("T-000001");
        await chat.KeepPictureAsync("restore-typed-receipt");
    }
}
