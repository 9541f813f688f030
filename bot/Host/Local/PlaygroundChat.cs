namespace ChatOpsBot.Host.Local;

/// <summary>A Playground that runs, with one person at it.</summary>
internal sealed record PlaygroundChat(PlaygroundPerson Person, int Port)
{
    /// <summary>The address of its page.</summary>
    public string Page => $"http://localhost:{Port}";
}
