using System.Security.Cryptography;
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

    public HandedOverFile? File { get; init; }

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

/// <summary>A file of the request.</summary>
/// <param name="Name">No other file of the request has it.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">In hexadecimal digits.</param>
internal sealed record HandedOverFile(string Name, string ContentType, int Size, string Sha256)
{
    /// <summary>In Base64; null where the file goes beside it.</summary>
    public ReadOnlyMemory<byte>? Content { get; init; }

    public static HandedOverFile Of(DeskFile file) => new(
        file.Name, file.ContentType, file.Content.Length, Convert.ToHexStringLower(SHA256.HashData(file.Content.Span)));
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HandedOverRequest))]
internal sealed partial class HandedOverJson : JsonSerializerContext;
