using System.Text.Json.Serialization;

namespace ChatOpsBot.Domain.Requests.Desk;

/// <summary>What is filed: all of it, as its owner looked it over.</summary>
/// <param name="Key">The request's key, which stands in the subject too: by it a desk finds a ticket that it has already.</param>
/// <param name="Subject">At most 120 characters, led by the key in brackets.</param>
/// <param name="Body">Lines of the form <c>Label: value</c>, in English.</param>
public sealed record TicketDraft(string Key, string Type, string Subject, string Body, Severity Severity)
{
    /// <summary>Names of the systems it is about, with commas between them; empty where it names none.</summary>
    public string Systems { get; init; } = "";

    /// <summary>The requester's name; empty where it is not known.</summary>
    public string Requester { get; init; } = "";

    /// <summary>The version that its owner confirmed: another for every change.</summary>
    public int Version { get; init; }

    /// <summary>It was sent before, and nobody knows whether it came.</summary>
    [JsonIgnore]
    public bool MayBeThere { get; init; }
}
