using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Host.Delivery;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Host.Recovery;

/// <summary>Who does which errand of a DR event.</summary>
public sealed class EventErrands(
    AuthorityAsking asking, SilenceEnding silence, UpdateWatch updates, DeclarerTelling telling, CardRedraw redraw, EventDrawing drawing, EventReach reach, IDbContextFactory<BotDb> databases)
{
    /// <returns>Null for an errand of another kind.</returns>
    public Task<ErrandEnd>? Do(Errand errand, CancellationToken cancel) => errand switch
    {
        Errand.AskAuthorities ask => asking.DoAsync(ask, cancel),
        Errand.EndSilence end => silence.DoAsync(end, cancel),
        Errand.PromptUpdate prompt => updates.DoAsync(prompt, cancel),
        Errand.MissUpdate miss => updates.DoAsync(miss, cancel),
        Errand.TellDeclarer tell => telling.DoAsync(tell, cancel),
        Errand.RedrawEvent draw => RedrawAsync(draw, cancel),
        _ => null,
    };

    private async Task<ErrandEnd> RedrawAsync(Errand.RedrawEvent errand, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await new RecoveryStore(db).FindAsync(errand.Event, cancel) is not { } happening)
            return ErrandEnd.Done.Well;

        var many = await reach.OfAsync(db, happening, cancel);
        return await redraw.DoAsync(db, happening.Id, happening.Version, audience => drawing.Draw(happening, audience, many), () => drawing.DrawMoved(happening), cancel);
    }
}
