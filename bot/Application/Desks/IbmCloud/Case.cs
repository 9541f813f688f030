using System.Globalization;
using System.Text.Json.Serialization;

namespace ChatOpsBot.Application.Desks.IbmCloud;

/// <summary>A case as IBM answers it. Nothing of it is sure to be there.</summary>
internal sealed record Case
{
    /// <summary>The fields that are asked for.</summary>
    public const string Fields =
        "number,short_description,description,status,severity,support_tier,created_at,created_by,updated_at,resolution,close_notes,offering,comments";

    /// <summary>Only where files are looked for: lists are read often.</summary>
    public const string FilesField = "attachments";

    public string? Number { get; init; }

    /// <summary>The subject.</summary>
    public string? ShortDescription { get; init; }

    public string? Description { get; init; }

    /// <summary>As IBM's pages show it, such as <c>In Progress</c>: <see cref="CaseStates"/>.</summary>
    public string? Status { get; init; }

    public int? Severity { get; init; }

    /// <summary>The account's support plan.</summary>
    public string? SupportTier { get; init; }

    public string? CreatedAt { get; init; }

    public CaseUser? CreatedBy { get; init; }

    public string? UpdatedAt { get; init; }

    public string? CloseNotes { get; init; }

    public CaseOffering? Offering { get; init; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<CaseComment?>? Comments { get; init; }

    /// <summary>Its files; null where they were not asked for.</summary>
    public IReadOnlyList<CaseFile?>? Attachments { get; init; }

    /// <summary>Null where IBM does not say.</summary>
    [JsonIgnore]
    public DateTimeOffset? Updated => Time(UpdatedAt) ?? Time(CreatedAt);

    [JsonIgnore]
    public DateTimeOffset? Created => Time(CreatedAt);

    public bool HasKey(string key) => ShortDescription?.Contains($"[{key}]", StringComparison.OrdinalIgnoreCase) is true;

    /// <summary>What is written anywhere in it beside its subject and description.</summary>
    [JsonIgnore]
    public IEnumerable<string> Texts =>
        (Comments ?? []).Select(comment => comment?.Value).Append(CloseNotes).OfType<string>();

    public static DateTimeOffset? Time(string? written) => DateTimeOffset.TryParse(
        written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
        ? time
        : null;
}

/// <summary>Something written into a case. IBM gives it no id.</summary>
internal sealed record CaseComment
{
    public string? Value { get; init; }

    public string? AddedAt { get; init; }

    public CaseUser? AddedBy { get; init; }
}

/// <summary>A file in a case.</summary>
internal sealed record CaseFile
{
    public string? Filename { get; init; }

    public int? SizeInBytes { get; init; }
}

internal sealed record CaseUser
{
    public string? Name { get; init; }

    public string? Realm { get; init; }

    public string? UserId { get; init; }
}

internal sealed record CaseOffering
{
    public string? Name { get; init; }

    public CaseOfferingType? Type { get; init; }
}

internal sealed record CaseOfferingType
{
    public string? Group { get; init; }

    public string? Key { get; init; }

    public string? Id { get; init; }
}

/// <summary>A page of cases.</summary>
internal sealed record CaseList
{
    public IReadOnlyList<Case?>? Cases { get; init; }

    public CaseListLink? Next { get; init; }

    /// <summary>
    /// Where the next page begins; null after the last. Of the address nothing else is used: it may name another host, or this page again.
    /// </summary>
    [JsonIgnore]
    public int? NextOffset
    {
        get
        {
            var query = Next?.Href?.Split('?', 2) is [_, var found] ? found.Split('#')[0] : "";
            var offset = query.Split('&').Select(pair => pair.Split('=', 2)).FirstOrDefault(pair => pair is ["offset", _])?[1];
            return int.TryParse(offset, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : null;
        }
    }
}

internal sealed record CaseListLink
{
    public string? Href { get; init; }
}
