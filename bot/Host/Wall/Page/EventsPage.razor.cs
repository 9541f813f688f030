using ChatOpsBot.Dialogs.Words;
using Microsoft.AspNetCore.Components;

namespace ChatOpsBot.Host.Wall.Page;

/// <summary>The page of current events; its script keeps it as it is now.</summary>
public sealed partial class EventsPage
{
    // Filled in by the script.
    private const string Time = "{time}";

    [Parameter, EditorRequired]
    public required Phrases Words { get; set; }

    /// <summary><see cref="CurrentEvents"/> as HTML: everybody who sees the same shares it.</summary>
    [Parameter, EditorRequired]
    public required string Drawn { get; set; }

    [Parameter, EditorRequired]
    public required DateTimeOffset Now { get; set; }

    /// <summary>IANA name of the time zone that clocks on the page go by.</summary>
    [Parameter, EditorRequired]
    public required string Zone { get; set; }

    private string Timed(string sentence) => Words.Say(sentence, ("time", Time));
}
