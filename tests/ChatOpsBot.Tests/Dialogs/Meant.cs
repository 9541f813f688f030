using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Tests.Dialogs;

/// <summary>Sentences as they are understood.</summary>
internal static class Meant
{
    public static Meaning Who(Party party, params string[] tasks) => Of(Intent.Responsibility) with
    {
        Party = party,
        Rows = [.. tasks.Select(task => Chat.RowOf(task))],
    };

    public static Meaning WhoDoes(string task, Party party, params int[] numbers) => Who(party, task) with
    {
        Duties = [.. Chat.RowOf(task).Duties.Where(duty => duty.Party == party && numbers.Contains(duty.Number))],
    };

    public static Meaning DidYouMean(params string[] tasks) =>
        Of(Intent.Responsibility) with
        {
            DidYouMean = [.. tasks.Select(task => Chat.RowOf(task))],
        };

    public static Meaning Request(string? request, params (string Slot, string Value)[] slots) =>
        Of(Intent.Request) with { Request = request, Slots = slots.ToDictionary(slot => slot.Slot, slot => slot.Value) };

    public static Meaning Talk(SmallTalk kind) => Of(Intent.SmallTalk) with { SmallTalk = kind };

    public static Meaning Outside(string? subject) => Of(Intent.Unknown) with { Outside = subject };

    public static Meaning Of(Intent intent) => new() { Language = "en", Intent = intent };
}
