using System.ComponentModel.DataAnnotations;
using System.Net;
using ChatOpsBot.Application.Settings;
using ChatOpsBot.Storage;

namespace ChatOpsBot.Host.Local;

/// <summary>
/// The Microsoft 365 Agents Playground, started with the bot on a developer's machine. Configuration section <c>Playground</c>.
/// </summary>
public sealed record PlaygroundOptions
{
    public const string Section = "Playground";

    /// <summary>Whether it is started in local mode. <c>--no-playground</c> turns it off for one run.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The port of its page on this machine. Default: 56150, the Playground's own.</summary>
    [SettingRange(1, IPEndPoint.MaxPort)]
    public int Port { get; init; } = 56150;

    /// <summary>Where the Playground is installed. Default: a folder in the user's local application data.</summary>
    [Required(ErrorMessage = "{0} is empty.")]
    public string Folder { get; init; } = Path.Combine(Connections.LocalFolder, $"playground-{PlaygroundInstall.Version}");
}
