using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Understanding;

/// <summary>
/// Questions about the pages of other services, where these lie beside the repository. The search was improved by the misses of the
/// first half alone; the pages of the second half it has never seen, so that half tells what a stranger's page may expect.
/// </summary>
public sealed class PageQuestionTests
{
    [Theory]
    [InlineData("page-questions-dev.jsonl", 0.92)]
    [InlineData("page-questions-test.jsonl", 0.90)]
    public void Questions_about_pages_of_other_services_are_answered_by_row_and_side(string file, double least)
    {
        var questions = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Understanding", file)).Select(PageQuestion.Read).ToList();
        var wrong = questions.GroupBy(question => question.Page).SelectMany(Misses).ToList();

        var outcome = $"{questions.Count - wrong.Count} of {questions.Count} are answered with the right row and side.";
        TestContext.Current.TestOutputHelper?.WriteLine(outcome);
        Assert.True(wrong.Count <= questions.Count * (1 - least), $"{outcome} Wrong:\n{string.Join('\n', wrong)}");
    }

    private static IEnumerable<string> Misses(IGrouping<string, PageQuestion> questions)
    {
        var path = SharedFolder.File($"data/pages/{questions.Key}.md");
        Assert.SkipWhen(path is null, "The real pages do not lie beside this repository.");
        var matrix = MatrixReader.Read(File.ReadAllText(path!));
        using var reader = new SentenceReader(matrix);
        foreach (var question in questions)
            if (reader.Read(question.Text) is var meaning && !question.IsAnsweredBy(meaning, matrix))
                yield return $"{question.Page}: {question.Text} -> {meaning.Summary()}";
    }
}
