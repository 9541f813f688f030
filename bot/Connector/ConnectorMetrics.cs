using System.Diagnostics;
using System.Diagnostics.Metrics;
using ChatOpsBot.Connector.Outgoing;

namespace ChatOpsBot.Connector;

/// <summary>The metrics of the connector. Attributes have few values: no person, chat or tenant is among them.</summary>
public sealed class ConnectorMetrics
{
    public const string MeterName = "ChatOpsBot.Connector";

    private static readonly InstrumentAdvice<double> Waits = new() { HistogramBucketBoundaries = [1, 2, 5, 10, 30, 60, 300, 900] };

    private readonly Counter<long> _sends;
    private readonly Counter<long> _retries;
    private readonly Histogram<double> _retryAfter;
    private readonly Counter<long> _backoffs;
    private readonly Counter<long> _tokens;
    private readonly Counter<long> _keys;
    private readonly Counter<long> _refused;

    public ConnectorMetrics(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create(MeterName);
        _sends = meter.CreateCounter<long>("chatopsbot.sends", "{call}", "Calls to Teams, each attempt counted.");
        _retries = meter.CreateCounter<long>("chatopsbot.send.retries", "{call}", "Calls to Teams that were retried.");
        _retryAfter = meter.CreateHistogram(
            "chatopsbot.send.retry_after", "s", "How long Teams asked to wait when it throttled.", tags: null, Waits);
        _backoffs = meter.CreateCounter<long>(
            "chatopsbot.tenant.brakes", "{brake}", "How often Teams throttled so much that all announcements of a tenant were slowed.");
        _tokens = meter.CreateCounter<long>(
            "chatopsbot.token.refreshes", "{refresh}", "Requests for a token for the bot's calls to Teams.");
        _keys = meter.CreateCounter<long>("chatopsbot.signing_key.fetches", "{fetch}", "Fetches of the keys that sign incoming tokens.");
        _refused = meter.CreateCounter<long>(
            "chatopsbot.requests.refused", "{request}", "Requests to the Teams endpoint that were rejected.");
    }

    internal void Called(ConnectorCall call, SendOutcome? failure)
    {
        if (_sends.Enabled)
            _sends.Add(1, Tags(call, OutcomeNames.Outcome(failure), OutcomeNames.Error(failure)));
        if (failure is SendOutcome.Throttled { RetryAfter: { } wait })
            _retryAfter.Record(wait.TotalSeconds);
    }

    /// <summary>Not sent, because its chat or channel is held for longer than anybody waits.</summary>
    internal void Held(ConnectorCall call) => _sends.Add(1, Tags(call, "held", error: null));

    internal void Retried() => _retries.Add(1);

    internal void BackedOff() => _backoffs.Add(1);

    internal void TokenRefreshed(bool worked) => _tokens.Add(1, Worked(worked));

    internal void KeysFetched(bool worked) => _keys.Add(1, Worked(worked));

    internal void Refused(int status) => _refused.Add(1, new KeyValuePair<string, object?>("http.response.status_code", status));

    private static TagList Tags(ConnectorCall call, string outcome, string? error)
    {
        var tags = new TagList { { "messaging.operation.name", call.Operation }, { "chatopsbot.outcome", outcome } };
        if (error is not null)
            tags.Add("error.type", error);
        return tags;
    }

    private static KeyValuePair<string, object?> Worked(bool worked) => new("chatopsbot.outcome", worked ? "done" : "failed");
}
