using System.Collections.Concurrent;
using System.Diagnostics;
using ChatOpsBot.Application;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host.Local;

/// <summary>
/// Runs Playgrounds: one for each person, because a Playground knows one current user only. The bot answers each of them where the
/// conversation is.
/// </summary>
internal sealed class PlaygroundChats(IOptions<PlaygroundOptions> options, ILogger<PlaygroundChats> log)
{
    // Enough people to try the bot out with, and enough ports to find a free one among.
    private const int Most = 5;
    private const int Ports = 20;

    private readonly ConcurrentDictionary<string, PlaygroundChat> _open = new();

    /// <summary>Those whose page can be opened now.</summary>
    public IReadOnlyList<PlaygroundChat> Open => [.. _open.Values.OrderBy(it => it.Port)];

    public bool IsFull => _open.Count >= Most;

    /// <summary>Runs a person's Playground until it ends or is cancelled.</summary>
    /// <param name="endpoint">Where the bot takes messages.</param>
    /// <param name="ready">Called once its page can be opened.</param>
    /// <returns>Why it ended, in one line; null when it was cancelled.</returns>
    public async Task<string?> RunAsync(
        string node, PlaygroundPerson person, string endpoint, Action<PlaygroundChat> ready, CancellationToken cancel)
    {
        var folder = options.Value.Folder;
        var isFirst = person == PlaygroundPerson.First;
        var chat = new PlaygroundChat(person, isFirst ? options.Value.Port : FreePort());
        var launch = PlaygroundLaunch.Of(node, folder, isFirst ? folder : PlaygroundContext.WriteFor(folder, person), chat.Port, endpoint);
        using var process = Process.Start(launch)!;
        string? reason = null;
        process.ErrorDataReceived += (_, line) =>
        {
            reason ??= PlaygroundLaunch.ReasonIn(line.Data);
            Listen(line.Data);
        };
        process.OutputDataReceived += (_, line) => Listen(line.Data);
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        try
        {
            await process.WaitForExitAsync(cancel);
            return $"The Playground ended with {process.ExitCode}{(reason is null ? "" : $" ({reason})")}.";
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return null;
        }
        finally
        {
            _open.TryRemove(person.Id, out _);
        }

        void Listen(string? line)
        {
            if (string.IsNullOrWhiteSpace(line))
                return;

            log.PlaygroundSays(line);
            if (line.StartsWith("Listening on ", StringComparison.Ordinal) && _open.TryAdd(person.Id, chat))
                ready(chat);
        }
    }

    private int FreePort() =>
        Enumerable.Range(options.Value.Port + 1, Ports).FirstOrDefault(PortCheck.IsFree, options.Value.Port + 1);
}
