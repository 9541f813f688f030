using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChatOpsBot.Application.Desks;
using ChatOpsBot.Storage.Requests;
using ChatOpsBot.Storage.Tickets;

namespace ChatOpsBot.Host.CommandLine;

/// <summary>A line of <c>requests list --json</c>. The names are a contract that scripts lean on; times are UTC.</summary>
internal sealed record TicketLine(
    string Number,
    string Key,
    string Type,
    int Severity,
    string State,
    string Subject,
    string? Note,
    DateTimeOffset Opened,
    DateTimeOffset Changed)
{
    public static TicketLine Of(Ticket ticket) =>
        new(
            ticket.Number,
            ticket.Key,
            ticket.Type,
            (int)ticket.Severity,
            TicketStateWords.Of(ticket.State),
            ticket.Subject,
            ticket.Note,
            ticket.CreatedAt,
            ticket.ChangedAt);
}

/// <summary>What <c>requests show --json</c> writes.</summary>
/// <param name="Files">Without their content: <c>requests save</c> has it.</param>
/// <param name="History">What the desk did.</param>
/// <param name="Request">What was done to the request in the chat, and by whom.</param>
internal sealed record TicketSheet(
    TicketLine Ticket,
    string Body,
    IReadOnlyList<TicketFileLine> Files,
    IReadOnlyList<TicketStep> History,
    IReadOnlyList<RequestStep> Request);

internal sealed record TicketStep(DateTimeOffset At, string What, string State, string? Note)
{
    public static TicketStep Of(TicketAuditEntry entry) => new(entry.At, entry.What, TicketStateWords.Of(entry.State), entry.Note);
}

internal sealed record RequestStep(DateTimeOffset At, string What, string? ById, string? By, string? Detail)
{
    public static RequestStep Of(RequestAuditEntry entry) => new(entry.At, entry.What, entry.ById, entry.ByName, entry.Detail);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(TicketLine))]
[JsonSerializable(typeof(TicketSheet))]
internal sealed partial class TicketJson : JsonSerializerContext
{
    static TicketJson() =>
        Default = new TicketJson(new JsonSerializerOptions(s_defaultOptions) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
