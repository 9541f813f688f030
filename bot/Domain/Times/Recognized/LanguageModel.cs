using Microsoft.Recognizers.Text;
using Microsoft.Recognizers.Text.DateTime;

namespace ChatOpsBot.Domain.Times.Recognized;

/// <summary>
/// Microsoft.Recognizers.Text for one language. Its expressions are compiled as they are first used, which takes seconds: that is done on a
/// thread of its own, and nobody waits for it longer than they can.
/// </summary>
internal sealed class LanguageModel(string culture)
{
    private const int MostWaiting = 4;

    // Of a single expression, in seconds.
    private const int LongestMatch = 1;

    private readonly Lock _oneAtATime = new();
    private DateTimeModel? _model;
    private int _waiting;

    /// <summary>What is recognised in a text; null when that is not known in time.</summary>
    /// <param name="patience">
    /// How long the thread of the turn is held: a sentence is read without a pause in which another turn could use it. It is held as long
    /// as that only while the expressions are being compiled, and for at most four turns at once; afterwards for some milliseconds.
    /// </param>
    public IReadOnlyList<ModelResult>? Parse(string text, DateTime now, TimeSpan patience)
    {
        if (Interlocked.Increment(ref _waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            return null;
        }

        var job = Task.Factory.StartNew(
            () => Parse(text, now), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return patience > TimeSpan.Zero && job.Wait(patience) ? job.Result : null;
    }

    private List<ModelResult> Parse(string text, DateTime now)
    {
        try
        {
            lock (_oneAtATime)
            {
                _model ??= new DateTimeRecognizer(culture, DateTimeOptions.None, true, LongestMatch).GetDateTimeModel(culture, false);
                return _model.Parse(text, now);
            }
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // The library throws various exceptions at texts that it cannot read, and one when a match takes too long.
            return [];
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }
}
