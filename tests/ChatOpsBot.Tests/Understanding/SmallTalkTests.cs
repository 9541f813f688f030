namespace ChatOpsBot.Tests.Understanding;

public sealed class SmallTalkTests
{
    [Theory]
    [InlineData("hello", "Greeting")]
    [InlineData("Good morning!", "Greeting")]
    [InlineData("thx a lot 🙏", "Thanks")]
    [InlineData("help", "Help")]
    [InlineData("what can you do?", "Help")]
    [InlineData("who are you?", "WhoAreYou")]
    [InlineData("who am I talking to?", "WhoAreYou")]
    [InlineData("bye", "Goodbye")]
    [InlineData("ok", "Acknowledgement")]
    [InlineData("Hallo", "Greeting")]
    [InlineData("vielen Dank", "Thanks")]
    [InlineData("help please", "Help")]
    [InlineData("Hilfe bitte!", "Help")]
    [InlineData("you are wrong", "Complaint")]
    [InlineData("that's not what I asked!", "Complaint")]
    [InlineData("I don't understand anything", "Complaint")]
    [InlineData("Das ist falsch.", "Complaint")]
    [InlineData("Das war nicht meine Frage", "Complaint")]
    [InlineData("👍", "Thanks")]
    [InlineData("👋", "Greeting")]
    [InlineData("😡😡", "Complaint")]
    [InlineData("??", "Help")]
    [InlineData("...", "Acknowledgement")]
    [InlineData("", "Greeting")]
    public void Small_talk_is_told_by_its_kind(string said, string kind) =>
        Assert.Equal($"small talk: {kind}", Listener.Hear(said).Summary());

    [Theory]
    [InlineData("hi, who applies PTFs?", "Updates/Patching: Ibm")]
    [InlineData("thanks! and who takes the daily backup?", "Backup and Restore: Ibm")]
    public void A_question_behind_a_greeting_is_answered(string said, string summary) =>
        Assert.Equal(summary, Listener.Hear(said).Summary());
}
