using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Application.Turns;

/// <summary>Reads the help's own examples in every language the bot speaks, once at the start: what is learned and built for
/// the first sentence is then there before a person waits for it.</summary>
internal sealed class WarmUp(SentenceReader sentences, WordsCatalog words) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(
        () =>
        {
            foreach (var language in words.Languages.TakeWhile(_ => !stoppingToken.IsCancellationRequested))
            {
                foreach (var example in Example.All)
                    sentences.Read(words.In(language)[example.Key], locale: language);
            }

            if (!stoppingToken.IsCancellationRequested)
                sentences.LearnAhead();
        },
        stoppingToken);
}
