namespace ChatOpsBot.Application.Turns;

/// <summary>Finds an answer and has it saved; finds another one where somebody else changed the same meanwhile.</summary>
public sealed class TurnAttempts(AnswerFinder finder, ILogger<TurnAttempts> log)
{
    private const int Most = 3;

    /// <param name="limit">How long each answer may take to be found; infinite where nobody waits for a response.</param>
    /// <param name="save">Saves what the answer changes and gives back what to reply; null when somebody else was first.</param>
    /// <returns>Null when others were first each time: nothing was saved.</returns>
    /// <exception cref="TimeoutException">The answer was not found in time.</exception>
    public async Task<TurnAnswer?> RunAsync(
        TurnContext context, TurnNote note, TimeSpan limit, Func<TurnAnswer, Task<TurnAnswer?>> save, CancellationToken cancel)
    {
        for (var attempt = 1; attempt <= Most; attempt++)
        {
            var answer = await finder.FindAsync(context, note, limit, cancel);
            if (!answer.Commits)
                return answer;

            note.MayHaveSaved = true;
            if (await save(answer) is { } saved)
                return saved;

            log.TurnConflicted(attempt);
        }

        note.Outcome = TurnNote.Busy;
        return null;
    }
}
