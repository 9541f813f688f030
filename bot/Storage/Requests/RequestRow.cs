using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Storage.Requests;

/// <summary>A request as it is stored: the whole of it as a document, and beside it what is searched for or must be unique.</summary>
internal sealed class RequestRow
{
    /// <summary>
    /// Stands in the document of a request whose desk tells nothing of it (RequestJson writes quotation marks that people type as an
    /// escape). It stays open, and nobody will ever say that it is not.
    /// </summary>
    public const string Silent = "\"isSilent\":true";

    public required Guid Id { get; init; }

    public string Key { get; set; } = "";

    public string Type { get; set; } = "";

    public string OwnerId { get; set; } = "";

    public string ConversationId { get; set; } = "";

    public RequestState State { get; set; }

    public int Version { get; set; }

    public string? TicketNumber { get; set; }

    /// <summary>Neither given up nor finished, as <see cref="Request.IsOpen"/> says.</summary>
    public bool IsOpen { get; set; }

    /// <summary>The way to the conversation where its owner is, as JSON.</summary>
    public string? Origin { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>The request, by <see cref="RequestJson"/>.</summary>
    public string Document { get; set; } = "";

    public Request Read() => RequestJson.Read(Document);

    public void Write(Request request)
    {
        Key = request.Key;
        Type = request.Type;
        OwnerId = request.Owner.Id;
        ConversationId = request.ConversationId;
        State = request.State;
        Version = request.Version;
        TicketNumber = request.Ticket?.Number;
        IsOpen = request.IsOpen;
        CreatedAt = request.CreatedAt;
        ChangedAt = request.ChangedAt;
        Document = RequestJson.Write(request);
    }
}
