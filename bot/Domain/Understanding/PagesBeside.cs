using System.Runtime.CompilerServices;
using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding.Sentences;
using ChatOpsBot.Domain.Understanding.Vocabulary;

namespace ChatOpsBot.Domain.Understanding;

/// <summary>Tells which page a sentence is about where pages of other services lie beside the matrix: the one that it names, the one
/// of the answer before, or the one that has its words where the matrix has no answer.</summary>
internal sealed class PagesBeside(MatrixLibrary library, SharedVocabulary shared) : IDisposable
{
    /// <summary>Least share of a question's words that the row of a page which was not named must have for it to be the answer.</summary>
    private const double AnswerShare = 0.85;

    /// <summary>The same for the row to be offered.</summary>
    private const double OfferShare = 0.7;

    /// <summary>The same for a page that is named, where the matrix has an answer as well or knows that it has none.</summary>
    private const double NamedShare = 0.35;

    /// <summary>The same where the matrix knows that it has no answer, or has one.</summary>
    private const double DoubtfulShare = 0.95;

    // One word in common is chance.
    private const int LeastWords = 2;

    // Rows of two pages that fit nearly as well: it is not told which service is meant.
    private const double CloseToBest = 0.9;

    private const int MostOffers = 4;

    // A page that is taken away takes with it what was built for it.
    private readonly ConditionalWeakTable<ResponsibilityMatrix, NamedPage> _pages = [];

    /// <summary>Builds what questions about the page need.</summary>
    public void Learn(ResponsibilityMatrix page) => _ = Of(page);

    /// <param name="own">What the sentence means for the matrix alone.</param>
    /// <param name="before">The answer before, where it was about a page beside the matrix.</param>
    public Meaning Complete(Meaning own, Sentence sentence, Lexicon lexicon, LastAnswer? before)
    {
        if (library.Beside is not { Count: > 0 } beside || own.Intent is Intent.SmallTalk or Intent.Request or Intent.DrEvent)
            return own;

        var pages = beside.Select(Of).ToList();
        List<(NamedPage Page, Sentence Left)> named =
        [
            .. from page in pages
               let name = page.Names.FindIn(sentence)
               where name is not null && !IsOfTheTrade(name.Value, sentence)
               select (page, Without(name.Value, sentence, lexicon)),
        ];
        return (named.Count > 0 ? About(named, own, lexicon, before) : FollowUp(pages, sentence, lexicon, before))
            ?? Covering(pages, own, sentence, lexicon)
            ?? own;
    }

    public void Dispose()
    {
        foreach (var (_, page) in _pages)
            page.Sentences.Dispose();
    }

    private NamedPage Of(ResponsibilityMatrix page) =>
        _pages.GetValue(page, made => new(new PageSentences(made, shared, model: null), PageNames.Of(made, shared), shared));

    // "Who handles backup and recovery?" names a duty of the matrix, also where a service is called so.
    private static bool IsOfTheTrade((int First, int End) name, Sentence sentence) => Enumerable.Range(name.First, name.End - name.First)
        .All(at => sentence.Trade.Any(hit => hit.First <= at && at < hit.End));

    private static bool IsOpen(Meaning own) => own is { Rows.Count: 0, WholeMatrix: false, IsAboutExisting: false };

    private static Meaning? FollowUp(List<NamedPage> pages, Sentence sentence, Lexicon lexicon, LastAnswer? before)
    {
        if (before is null || pages.Find(page => page.Name == before.Rows[0].Page) is not { } page)
            return null;
        var meaning = page.Read(sentence, lexicon, before).Meaning;
        return meaning.FollowsUp ? meaning : null;
    }

    // What the service is called tells the page and none of its rows.
    private static Sentence Without((int First, int End) name, Sentence sentence, Lexicon lexicon)
    {
        var (start, end) = (sentence.Words[name.First].Token.Start, sentence.Words[name.End - 1].Token.End);
        return lexicon.Read(sentence.Text.Remove(start, end - start));
    }

    // A page that is named and does not have what was asked is what the question was about all the same, unless the matrix has it.
    private static Meaning? About(List<(NamedPage Page, Sentence Left)> named, Meaning own, Lexicon lexicon, LastAnswer? before)
    {
        var best = named.Select(it => it.Page.Read(it.Left, lexicon, before))
            .OrderByDescending(reading => reading.Share).ThenByDescending(reading => reading.Score).First();
        if (own.WholeMatrix)
            return own with { Page = best.Meaning.Page };
        if (best.Share < NamedShare && (own.Outside is not null || !IsOpen(own)))
            return null;
        return best.Meaning is { Rows.Count: > 0 } or { DidYouMean.Count: > 0 } or { WholeMatrix: true }
            ? best.Meaning with { Intent = Intent.Responsibility, Outside = null }
            : Meanings.Of(Intent.Responsibility) with { Language = best.Meaning.Language, Page = best.Meaning.Page };
    }

    private static Meaning? Covering(List<NamedPage> pages, Meaning own, Sentence sentence, Lexicon lexicon)
    {
        // The matrix has every word of the question: nobody means another service.
        if (own.WholeMatrix || own.IsAboutExisting || (own.Rows.Count > 0 && sentence.Unexplained.Count == 0))
            return null;

        var least = own is { Outside: null, Rows.Count: 0 } ? OfferShare : DoubtfulShare;
        var fitting = pages.Select(page => page.Read(sentence, lexicon, before: null))
            .Where(reading => reading.Meaning is { Intent: Intent.Responsibility, Rows.Count: > 0 })
            .Where(reading => reading.Share >= least && reading.Words >= LeastWords)
            .OrderByDescending(reading => reading.Share).ThenByDescending(reading => reading.Score).ToList();
        if (fitting is not [var best, ..])
            return null;

        var close = fitting.Where(reading => reading.Share >= best.Share * CloseToBest).ToList();
        return close.Count == 1 && own.Rows.Count == 0 && best.Share >= AnswerShare ? best.Meaning : Meanings.Of(Intent.Responsibility) with
        {
            Language = own.Language,
            DidYouMean = [.. own.Rows.Take(1).Concat(close.Select(reading => reading.Meaning.Rows[0])).Take(MostOffers)],
        };
    }

    /// <summary>A page with what it is called.</summary>
    private sealed record NamedPage(PageSentences Sentences, PageNames Names, SharedVocabulary Shared)
    {
        public string? Name => Sentences.Matrix.Name;

        public PageReading Read(Sentence sentence, Lexicon lexicon, LastAnswer? before)
        {
            var slots = Shared.SlotsOf(lexicon);
            var evidence = Sentences.EvidenceIn(sentence, slots, before);
            var best = evidence.Rows.Count > 0 ? evidence.Rows[0] : null;
            return new(Sentences.Read(evidence, lexicon, slots), best?.Score ?? 0, best?.Share ?? 0, best?.Concepts.Count ?? 0);
        }
    }

    /// <param name="Score">Of the best row.</param>
    /// <param name="Share">How much of the question's words the best row has.</param>
    /// <param name="Words">How many that are.</param>
    private sealed record PageReading(Meaning Meaning, double Score, double Share, int Words);
}
