using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace ChatOpsBot.Host.Pages;

/// <summary>A time for people, and the same for programs.</summary>
public sealed partial class TimeMark
{
    [Parameter, EditorRequired]
    public required DateTimeOffset At { get; set; }

    /// <summary>As people read it.</summary>
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    private string ForPrograms => At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
