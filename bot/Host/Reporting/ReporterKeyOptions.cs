using ChatOpsBot.Application.Recovery.Reporting;
using Microsoft.AspNetCore.Authentication;

namespace ChatOpsBot.Host.Reporting;

/// <summary>Who may report, as the settings say it.</summary>
internal sealed class ReporterKeyOptions : AuthenticationSchemeOptions
{
    /// <summary>Each with the hash of its key; none closes the endpoint, except in local mode.</summary>
    public IReadOnlyList<(byte[] KeyHash, Reporter Reporter)> Reporters { get; set; } = [];

    /// <summary>Without listed reporters, anything on this machine may report.</summary>
    public bool IsLocal { get; set; }
}
