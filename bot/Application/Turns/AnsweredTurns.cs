using ChatOpsBot.Domain;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Inbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Turns;

/// <summary>
/// The turns that changed something: each leaves a mark in the commit of its change, which its redelivery finds, also after a restart.
/// </summary>
public sealed class AnsweredTurns(TimeProvider time, IOptions<TurnOptions> options)
{
    /// <param name="marks">Of the activity and of the press.</param>
    /// <returns>The mark of the turn that this very activity or press has had already; null for a new one.</returns>
    public async Task<SeenActivity?> FindAsync(
        BotDb db, IReadOnlyList<SeenActivity> marks, TurnContext context, CancellationToken cancel)
    {
        var press = context.PressKey;
        var oldest = time.GetUtcNow() - options.Value.RememberPresses;
        if (marks.FirstOrDefault(mark => mark.Key != press || mark.At >= oldest) is { } before)
            return before;

        // The same press much later is one more press, and wants to leave its own mark.
        if (marks.Count > 0)
            await db.SeenActivities.Where(mark => mark.Key == press && mark.At < oldest).ExecuteDeleteAsync(cancel);
        return null;
    }

    /// <summary>Saved by the caller together with the change.</summary>
    /// <param name="subject">What a redelivery is to show.</param>
    public static void Mark(BotDb db, TurnContext context, Subject? subject, DateTimeOffset now)
    {
        var inbox = new SeenActivityStore(db);
        foreach (var key in new[] { context.ActivityKey, context.PressKey }.OfType<string>())
            inbox.Mark(key, reply: null, now, subject);
    }
}
