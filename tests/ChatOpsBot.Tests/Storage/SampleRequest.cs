using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Domain.Requests.Files;

namespace ChatOpsBot.Tests.Storage;

/// <summary>Requests as they may stand.</summary>
public static class SampleRequest
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 30, 0, TimeSpan.Zero);

    public static Person Ana { get; } = new("aad-ana", "Ana");

    public static Person Eva { get; } = new("aad-eva", "Eva");

    /// <summary>The first version of a draft.</summary>
    public static Request Draft(string key = "RST-7K3QZ9") => new()
    {
        Id = Guid.NewGuid(),
        Key = key,
        Type = "restore",
        Owner = Ana,
        ConversationId = "a:ana",
        Language = "en",
        Zone = "Europe/Berlin",
        Version = 1,
        Token = "token-1",
        CreatedAt = Monday,
        ChangedAt = Monday,
    };

    /// <summary>One in which every property says something.</summary>
    public static Request Full() =>
        Draft() with
        {
            IsShared = true,
            State = RequestState.Filed,
            Entries = new Dictionary<string, Entry>
            {
                ["lpar"] = new("lpar1") { Value = "LPAR1" },
                ["asOf"] = Asked(),
            },
            Before = new Dictionary<string, Entry> { ["lpar"] = new("LPAR2") { Value = "LPAR2" } },
            Asking = "asOf",
            WasSubmitted = true,
            Accepted = ["overwrites"],
            Decisions = [new(Eva, Monday.AddMinutes(5), IsApproval: false, Version: 3, "Not today.")],
            Ticket = new("T-000001", TicketState.InProgress, Monday.AddHours(1))
            {
                Note = "Tape is mounted.",
                Link = new("https://desk.example.com/T-000001"),
            },
            Files =
            [
                new(Guid.Parse("6f1c8a52-0000-4000-8000-000000000001"), 1, "job.log", "text/plain", 71, FileProgress.AtDesk),
                new(Guid.Parse("6f1c8a52-0000-4000-8000-000000000002"), 2, "ÜBERSICHT.png", "image/png", 5_000, FileProgress.NotTaken)
                {
                    IsUnread = true, RefusedBecause = "Too large.",
                },
            ],
            RefusedBecause = "The desk is closed.",
            EndedAt = Monday.AddDays(9),
            Trouble = new(Monday.AddMinutes(10), NeedsOperator: true),
            Reply = new("1A2B3C4D", DeskReplyKind.Answer, "QEZJOBLOG", Monday.AddHours(1), ReplyProgress.AtDesk),
            ConfirmedAt = Monday.AddMinutes(3),
            ConfirmedVersion = 3,
            FiledVersion = 2,
        };

    public static Request Next(this Request request) =>
        request with
        {
            Version = request.Version + 1,
            ChangedAt = request.ChangedAt.AddMinutes(1),
        };

    private static Entry Asked() =>
        new("the 14th, ü 2am")
        {
            Problem = Problem.Of("time.gap", ("zone", "Europe/Berlin")) with
            {
                Subject = "2am",
                Terms = new Dictionary<string, string> { ["what"] = "times.gap" },
            },
            Choices = ["2026-11-14T02:00Z", "2026-10-14T02:00Z"],
            Notes = [new("time.past")],
        };
}
