using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms.Wording;
using ChatOpsBot.Dialogs.Responsibility;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.IbmI;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.People.Roles;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Approvals;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Domain.Requests.Fields;
using ChatOpsBot.Domain.Systems;
using ChatOpsBot.Domain.Times;
using ChatOpsBot.Domain.Understanding;
using NodaTime;

namespace ChatOpsBot.Dialogs.Forms;

/// <summary>What every part of the guided requests leans on: the definitions, the rules of the place, the words.</summary>
public sealed record RequestServices
{
    public required IReadOnlyList<RequestType> Types { get; init; }

    public required RequestKeys Keys { get; init; }

    public required Inventory Systems { get; init; }

    public required ApprovalPolicy Approvals { get; init; }

    /// <summary>Who holds which role, as settings list it and as it was granted.</summary>
    public RoleDictionary Roles => field ??= Approvals.Roles as RoleDictionary ?? new(Approvals.Roles);

    /// <summary>The desks that are set up.</summary>
    public IReadOnlyDictionary<DeskKind, DeskProfile> Desks { get; init; } = new Dictionary<DeskKind, DeskProfile>();

    /// <summary>How many files may go with one request.</summary>
    public int MostFiles { get; init; }

    /// <summary>How to call IBM.</summary>
    public SupportLine Support { get; init; } = new(null, null);

    /// <summary>How DR events are moved, and by whom.</summary>
    public EventTransitions Recovery { get; init; } = new(new RecoveryPolicy());

    public required SentenceReader Sentences { get; init; }

    public required WordsCatalog Words { get; init; }

    public required MatrixRows Rows { get; init; }

    public IbmINames Names { get; init; } = new(VariantCharacters.Usual);

    public TimeReader Times { get; } = new();

    /// <summary>Takes off an order what is only polite: "could you please approve DR-1" is "approve DR-1".</summary>
    internal Trimming Courtesy => field ??= new(Words.InEveryLanguage("courtesy"));

    /// <summary>The definition; null for a type that this version of the bot no longer has.</summary>
    public RequestType? Find(string? id) => Types.FirstOrDefault(type => type.Id == id);

    /// <exception cref="KeyNotFoundException">This version of the bot does not have the type.</exception>
    public RequestType TypeOf(Request request) =>
        Find(request.Type) ?? throw new KeyNotFoundException($"There is no request type \"{request.Type}\".");

    /// <summary>Where the request's ticket is.</summary>
    public DeskProfile DeskOf(Request request)
    {
        var kind = request.Ticket?.Desk ?? DeskKind.Local;
        return Desks.GetValueOrDefault(kind) ?? DeskProfile.NotSetUp(kind);
    }

    /// <summary>How many more people have to approve it.</summary>
    public int OpenApprovals(Request request) =>
        Math.Max(0, (TypeOf(request).Approval(new Answers(request), Systems)?.Needed ?? 1) - request.ApprovalsGiven.Count());

    public TypeWords WordsOf(RequestType type, string language) =>
        new(type, Words.In(language)) { Others = [.. Words.Languages.Where(other => other != language).Select(Words.In)] };

    /// <summary>What fields may know in a turn.</summary>
    public FieldContext Context(Turn turn) =>
        Context(turn.Who, turn.Language, turn.Zone, Instant.FromDateTimeOffset(turn.At)) with { People = turn.People };

    /// <summary>What fields may know when a request is drawn as it stands: the time it was changed counts as now.</summary>
    public FieldContext Context(Request request) =>
        Context(request.Owner, request.Language, Zones.Of(request.Zone), Instant.FromDateTimeOffset(request.ChangedAt));

    private FieldContext Context(Person who, string language, DateTimeZone zone, Instant now) => new()
    {
        Now = now,
        Zone = zone,
        Who = who,
        Language = language,
        Systems = Systems,
        Names = Names,
        Times = Times,
    };
}
