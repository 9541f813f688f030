using System.Text.Json.Serialization;
using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Application.Desks;

/// <summary>What programs at a desk read of a request. What is null is left out.</summary>
/// <param name="Key">Names the request at all times: <c>RST-7K3QZC</c>.</param>
/// <param name="Number">The desk's own number, as far as it has told one.</param>
internal sealed record HandedOverRequest(string Key, string? Number = null)
{
    /// <summary>Id of the request type, such as <c>restore</c>.</summary>
    public string? Type { get; init; }

    public string? Subject { get; init; }

    /// <summary>Lines of the form <c>Label: value</c>, in English.</summary>
    public string? Text { get; init; }

    /// <summary>1 is the most urgent, 4 the least.</summary>
    public int? Severity { get; init; }

    /// <summary>The requester's name.</summary>
    public string? Requester { get; init; }

    public IReadOnlyList<string>? Systems { get; init; }

    public HandedOverReply? Reply { get; init; }

    public static HandedOverRequest Of(TicketDraft ticket, string? number = null) => new(ticket.Key, number)
    {
        Type = ticket.Type,
        Subject = ticket.Subject,
        Text = ticket.Body,
        Severity = (int)ticket.Severity,
        Requester = ticket.Requester,
        Systems = ticket.Systems.Split(", ", StringSplitOptions.RemoveEmptyEntries),
    };
}

/// <summary>What the requester says to the desk.</summary>
/// <param name="Kind"><c>answer</c>, <c>accepted</c> or <c>not-solved</c>.</param>
/// <param name="Text">Empty for an acceptance without a word.</param>
internal sealed record HandedOverReply(string Kind, string Text, string By)
{
    public static HandedOverReply Of(DeskReply reply) => new(
        reply.Kind switch
        {
            DeskReplyKind.Accepted => "accepted",
            DeskReplyKind.NotSolved => "not-solved",
            _ => "answer",
        },
        reply.Text,
        reply.By);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HandedOverRequest))]
internal sealed partial class HandedOverJson : JsonSerializerContext;
