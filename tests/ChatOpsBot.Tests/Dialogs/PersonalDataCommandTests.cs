using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.People;
using ChatOpsBot.Dialogs.Words;

namespace ChatOpsBot.Tests.Dialogs;

/// <summary>What people say about their own data, and what only sounds like it.</summary>
public sealed class PersonalDataCommandTests
{
    private static readonly PersonalDataCommandParser Sentences = new(WordsCatalog.Load());

    [Theory]
    [InlineData("What do you know about me?", "Show", "en")]
    [InlineData("hey bot, what data do you have on me", "Show", "en")]
    [InlineData("Please export my data!", "Show", "en")]
    [InlineData("Welche Daten hast du über mich?", "Show", "de")]
    [InlineData("DSGVO Auskunft bitte", "Show", "de")]
    [InlineData("Vergiss alles, was du über mich weißt.", "Forget", "de")]
    [InlineData("can you delete my data, please?", "Forget", "en")]
    [InlineData("FORGET ME", "Forget", "en")]
    public void It_is_understood(string said, string action, string language) =>
        Assert.Equal(new(Enum.Parse<PersonalDataAction>(action), language), Sentences.Read(said, "en"));

    [Theory]
    [InlineData("my requests")]
    [InlineData("what do you know about Eva?")]
    [InlineData("delete my draft")]
    [InlineData("delete library MYDATA")]
    [InlineData("forget it")]
    [InlineData("forget LPAR1")]
    [InlineData("who deletes my data on LPAR1?")]
    [InlineData("restore my data from last night")]
    [InlineData("wer sichert meine Daten?")]
    [InlineData("my data is gone")]
    [InlineData("please")]
    [InlineData("")]
    public void It_is_about_something_else(string said) => Assert.Null(Sentences.Read(said, "en"));
}
