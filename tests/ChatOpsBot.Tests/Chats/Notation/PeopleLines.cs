using System.Globalization;

namespace ChatOpsBot.Tests.Chats.Notation;

/// <summary>
/// People, places and time:
/// <code>
/// eva speaks de-DE                          language of a person's client; otherwise en-US
/// in #ops:                                  the place from here on; also "in a personal chat:" (of whoever acts), "in a group chat:"
/// ana: @bot who applies PTFs?               somebody writes; @bot is a mention
/// ana sends job.log: restore PRODLIB        with a file; what is in it is said before, or is a line of a job log
/// (the file job.log holds "PASSWORD: x")
/// ana sends a picture
/// (31 minutes later) (3 hours later) (2 days later)
/// </code>
/// </summary>
internal static class PeopleLines
{
    public static IReadOnlyList<ChatLine> All { get; } =
    [
        new(@"(?<who>\w+): (?<text>.+)", (stage, said) => stage.SayAsync(said["who"].Value, said["text"].Value)),
        new(
            @"(?<who>\w+) sends (?<file>[\w-]+\.\w+|a picture)(: (?<text>.+))?",
            (stage, said) => stage.SendAsync(said["who"].Value, said["file"].Value, said["text"].Value)),
        new(
            @"\(the file (?<file>[\w.-]+) holds ""(?<content>[^""]*)""\)",
            (stage, said) => stage.Files.Put(said["file"].Value, said["content"].Value)),
        new(@"(?<who>\w+) speaks (?<locale>[\w-]+)", (stage, said) => stage.SetLocale(said["who"].Value, said["locale"].Value)),
        new(@"in (?<place>#\w+|a personal chat|a group chat):", (stage, said) => stage.GoTo(said["place"].Value)),
        Later("minute", TimeSpan.FromMinutes(1)),
        Later("hour", TimeSpan.FromHours(1)),
        Later("day", TimeSpan.FromDays(1)),
    ];

    private static ChatLine Later(string unit, TimeSpan length) => new(
        $@"\((?<count>\d+) {unit}s? later\)",
        (stage, said) => stage.Bot.Clock.Advance(int.Parse(said["count"].Value, CultureInfo.InvariantCulture) * length));
}
