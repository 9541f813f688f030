using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Catalog;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Dialogs.Responsibility;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Approvals;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Domain.Requests.Fields;
using ChatOpsBot.Domain.Systems;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Tests.Browser.Looks;

/// <summary>The cards of a request on its way: form, review, the second person's, receipt.</summary>
internal sealed class EveryRequest(string language)
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, string> Unplanned = new()
    {
        ["kind"] = "unplanned",
        ["source"] = "LPAR1",
        ["target"] = "LPAR1DR",
        ["reason"] = "security",
        ["outage"] = "2026-11-23 07:40 UTC",
        ["primary"] = "unknown",
        ["dataLoss"] = "15 min",
        ["owner"] = "Carla Stone",
        ["contact"] = "Carla Stone, +49 30 1234567",
        ["rto"] = "240",
    };

    private static readonly Dictionary<string, string> Drill = new()
    {
        ["kind"] = "switchDrill",
        ["source"] = "LPAR1",
        ["target"] = "LPAR1DR",
        ["start"] = "2026-11-28 21:00 UTC",
        ["users"] = "no",
        ["goal"] = "4 h",
        ["owner"] = "Carla Stone",
    };

    private readonly RequestServices _services = Kit();

    public IReadOnlyDictionary<string, Card> Cards =>
        new Dictionary<string, Card>
        {
            ["form, opened"] = Draw(Of("DRE-K0002B", new() { ["source"] = "LPAR1", ["target"] = "LPAR1DR" })),
            ["form, wrong"] = Draw(
                Of(
                    "DRE-K0002B",
                    new(Unplanned)
                    {
                        ["target"] = "LPAR1",
                        ["outage"] = "noon-ish",
                        ["contact"] = "",
                    }) with
                {
                    WasSubmitted = true,
                }),
            ["form, right"] = Draw(Of("DRE-K0002B", Unplanned)),
            ["review"] = Draw(Of("DRE-K0002B", Unplanned) with { State = RequestState.Reviewing }),
            ["review, drill"] = Draw(Of("DRL-K0003P", Drill) with { State = RequestState.Reviewing }),
            ["waiting"] = Draw(Waiting),
            ["asked"] = Draw(Waiting, Audience.Approver),
            ["rejected"] = Draw(Decided(RequestState.Rejected, reason: "INC0012345")),
            ["receipt"] = Draw(Filed),
            ["my requests"] = Talk(Filed, Waiting, Of("DRL-K0003P", Drill)).Press(Verbs.ShowMyRequests),
            ["my requests, none"] = Talk().Press(Verbs.ShowMyRequests),
            ["question"] = Talk(Of("DRE-K0002B", [])).Say("LPAR1"),
            ["risk, asked for"] = Talk(Of("DRE-K0002B", Unplanned) with { State = RequestState.Reviewing })
                .Say(language == "de" ? "abschicken" : "send it"),
            ["offer"] = Talk(Of("DRL-K0003P", Drill) with { Language = language })
                .Press(Verbs.StartRequest, ("request", RequestCatalog.Failover)),
        }
            .Concat(Forms())
            .ToDictionary();

    private Request Filed => Decided(RequestState.Filed) with { Ticket = new FiledTicket("T-000001", TicketState.New, Now) };

    private IEnumerable<KeyValuePair<string, Card>> Forms() =>
        _services.Types.Select(type => KeyValuePair.Create($"form: {type.Id}", Talk().Press(Verbs.StartRequest, ("request", type.Id))));

    private Talk Talk(params IReadOnlyList<Request> mine) => new(_services, language, Now) { Requests = new() { Own = mine } };

    private Request Waiting => Of("DRE-K0002B", Unplanned) with { State = RequestState.AwaitingApproval, ConfirmedVersion = 5 };

    /// <summary>What the bot leans on, with systems listed and nobody in particular to approve.</summary>
    public static RequestServices Kit()
    {
        var matrix = MatrixLibrary.Shipped();
        var systems = Assert.IsType<InventoryReading.Right>(
            Inventory.Read([
                new()
                {
                    Name = "LPAR1",
                    IsProduction = true,
                    DrPartner = "LPAR1DR",
                    Rto = TimeSpan.FromHours(4),
                    Rpo = TimeSpan.FromMinutes(15),
                },
                new()
                {
                    Name = "LPAR3",
                    IsProduction = true,
                    DrPartner = "LPAR3DR",
                },
            ]));
        return new()
        {
            Types = RequestTypes.All,
            Keys = new RequestKeys(RequestTypes.Prefixes(RequestTypes.All)),
            Systems = systems.Inventory,
            Approvals = new ApprovalPolicy { AnybodyWhereNobodyIsListed = true },
            Recovery = new(new RecoveryPolicy { AnybodyWhereNobodyIsListed = true }),
            Sentences = new SentenceReader(matrix.In("en")),
            Words = WordsCatalog.Load(),
            Rows = new MatrixRows(matrix),
        };
    }

    private Card Draw(Request request, Audience audience = Audience.Owner) => new RequestCards(_services).Draw(request, audience);

    private Request Decided(RequestState state, string? reason = null) => Waiting with
    {
        State = state,
        Decisions = [new Decision(new Person("aad-ben", "Ben"), Now, state is RequestState.Filed, Waiting.ConfirmedVersion, reason)],
    };

    private Request Of(string key, Dictionary<string, string> typed)
    {
        var request = new Request
        {
            Id = Guid.Empty,
            Key = key,
            Type = RequestCatalog.Failover,
            Owner = new Person("aad-ana", "Ana"),
            ConversationId = "chat",
            Language = language,
            Zone = "Europe/Berlin",
            Token = "token",
            CreatedAt = Now,
            ChangedAt = Now,
        };
        return request with { Entries = typed.ToDictionary(pair => pair.Key, pair => Read(pair.Key, pair.Value, request)) };
    }

    private Entry Read(string field, string typed, Request request) => typed.Length == 0
        ? new Entry(typed)
        : _services.TypeOf(request).Fields.Single(it => it.Id == field).Read(typed, _services.Context(request)) switch
        {
            FieldReading.Right right => new Entry(typed) { Value = right.Value },
            FieldReading.Wrong wrong => new Entry(typed) { Problem = wrong.Problem },
            _ => new Entry(typed),
        };
}
