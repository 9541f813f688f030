using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Catalog;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Responsibility;
using ChatOpsBot.Dialogs.Search;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Approvals;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Domain.Systems;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Tests.Browser.Looks;

/// <summary>What is put into a chat from the search of the compose box.</summary>
internal static class EverySearchResult
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    public static IReadOnlyDictionary<string, Card> In(string language)
    {
        var topic = new SearchTopic(Kit());
        return (from query in Queries(language)
                from hit in Assert.IsType<SearchAnswer.Found>(topic.Answer(query)).Hits
                select hit).ToDictionary(hit => $"{hit.Title} | {hit.Text}", hit => hit.Card);
    }

    private static IEnumerable<SearchQuery> Queries(string language) =>
        [
            new()
            {
                Command = SearchCommands.Rows,
                Text = "ptf",
                Count = 1,
                Language = language,
                At = Now,
            },
            new()
            {
                Command = SearchCommands.Rows,
                Text = "back",
                Count = 1,
                Language = language,
                At = Now,
            },
            new()
            {
                Command = SearchCommands.Requests,
                Count = 5,
                Language = language,
                At = Now,
                Requests = [Request()],
            },
            new()
            {
                Command = SearchCommands.Events,
                Count = 5,
                Language = language,
                At = Now,
                Events =
                [
                    Event(1, RecoveryKind.UnplannedFailover),
                    Event(2, RecoveryKind.Drill),
                    Event(3, RecoveryKind.PlannedSwitch) with
                    {
                        AnnouncedAt = null,
                    },
                ],
            },
        ];

    private static Request Request() =>
        new()
        {
            Id = Guid.Empty,
            Key = "RST-K00029",
            Type = "restore",
            Owner = new Person("aad-ana", "Ana"),
            ConversationId = "chat",
            Language = "en",
            Zone = "Europe/Berlin",
            Token = "token",
            State = RequestState.Filed,
            Entries = new Dictionary<string, Entry>
            {
                ["lpar"] = new("LPAR1") { Value = "LPAR1" },
                ["libraries"] = new("PRODLIB") { Value = "PRODLIB" },
            },
            Ticket = new FiledTicket("T-000001", TicketState.InProgress, Now),
            CreatedAt = Now,
            ChangedAt = Now,
            ConfirmedAt = Now,
        };

    private static RecoveryEvent Event(int number, RecoveryKind kind) =>
        new()
        {
            Id = Guid.Empty,
            Number = number,
            Kind = kind,
            State = RecoveryState.FailoverRunning,
            Systems = [new($"LPAR{number}", $"LPAR{number}DR")],
            DeclaredBy = new Person("aad-ana", "Ana"),
            DeclaredAt = Now.AddHours(-1),
            AnnouncedAt = Now.AddHours(-1),
            NextUpdate = Now.AddMinutes(20),
            Timeline =
            [
                new(
                    TimelineKind.Update,
                    Now.AddMinutes(-10),
                    new Person("aad-eva", "Eva"),
                    RecoveryState.FailoverRunning,
                    "Replication is caught up, starting the DR side."),
            ],
            Zone = "Europe/Berlin",
        };

    private static RequestServices Kit()
    {
        var matrix = MatrixLibrary.Shipped();
        return new()
        {
            Types = RequestTypes.All,
            Keys = new RequestKeys(RequestTypes.Prefixes(RequestTypes.All)),
            Systems = Inventory.Empty,
            Approvals = new ApprovalPolicy { AnybodyWhereNobodyIsListed = true },
            Sentences = new SentenceReader(matrix.In("en")),
            Words = WordsCatalog.Load(),
            Rows = new MatrixRows(matrix),
        };
    }
}
