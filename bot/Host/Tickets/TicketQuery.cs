using System.Globalization;
using ChatOpsBot.Application.Desks;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Storage.Tickets;
using Microsoft.AspNetCore.Http.Extensions;

namespace ChatOpsBot.Host.Tickets;

/// <summary>
/// What somebody looks for, as it stands in the address of the list. What is none of the choices is taken for the usual one.
/// </summary>
public sealed record TicketQuery
{
    public const string TextField = "q";
    public const string StateField = "state";
    public const string TypeField = "type";
    public const string SeverityField = "severity";
    public const string PageField = "page";

    /// <summary>The choice of states in which the desk still has something to do: the usual one.</summary>
    public const string Open = "open";

    /// <summary>The choice of every state.</summary>
    public const string All = "all";

    public const int LongestText = 100;

    private const int MostPages = 1_000_000;

    public string Text { get; init; } = "";

    /// <summary><see cref="Open"/>, <see cref="All"/>, or the word for one state.</summary>
    public string State { get; init; } = Open;

    /// <summary>Id of a request type; null for every type.</summary>
    public string? Type { get; init; }

    public Severity? Severity { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>The words for one state, in the order in which they are offered.</summary>
    public static IReadOnlyList<string> States => TicketStateWords.All;

    public static TicketQuery Read(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var (text, state) = (query[TextField].ToString().Trim(), query[StateField].ToString());
        return new()
        {
            Text = text.Length > LongestText ? text[..LongestText] : text,
            State = state == All || States.Contains(state) ? state : Open,
            Type = query[TypeField].ToString() is { Length: > 0 } type ? type : null,
            Severity = Number(query[SeverityField]) is { } severity && Enum.IsDefined((Severity)severity) ? (Severity)severity : null,
            Page = Number(query[PageField]) is { } page and > 0 and <= MostPages ? page : 1,
        };
    }

    /// <param name="keys">Reads a key however it is typed.</param>
    public TicketFilter Filter(TicketScope scope, RequestKeys keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return new()
        {
            Scope = scope,
            States = State switch
            {
                All => [],
                Open => TicketStateWords.Unfinished,
                _ => [TicketStateWords.Read(State)],
            },
            Type = Type,
            Severity = Severity,
            Text = Text.Length == 0 ? null : keys.Read(Text)?.Value ?? Text,
        };
    }

    /// <summary>The address of another page of the same list.</summary>
    public string Address(string path, int page)
    {
        var query = new QueryBuilder();
        if (Text.Length > 0)
            query.Add(TextField, Text);
        if (State != Open)
            query.Add(StateField, State);
        if (Type is not null)
            query.Add(TypeField, Type);
        if (Severity is { } severity)
            query.Add(SeverityField, ((int)severity).ToString(CultureInfo.InvariantCulture));
        if (page > 1)
            query.Add(PageField, page.ToString(CultureInfo.InvariantCulture));
        return path + query.ToQueryString();
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
