using System.CommandLine;
using System.Text;
using ChatOpsBot.Host.CommandLine.Scoring;

namespace ChatOpsBot.Host.CommandLine;

/// <summary><c>ask</c>: one question answered as text, or many as JSON lines.</summary>
internal static class AskCommand
{
    public static Command Build(GlobalOptions everywhere)
    {
        var question = new Argument<string[]>("question") { Description = "What you would ask the bot.", Arity = ArgumentArity.ZeroOrMore };
        var json = new Option<bool>("--json")
        {
            Description = "Read one JSON object per line ({\"text\": ...}) from standard input and write one per line.",
        };
        var score = new Option<string?>("--score")
        {
            Description = "Compare with a file, or a folder of files, of labelled messages: accuracy, harm, and what decided each miss.",
            HelpName = "labels.jsonl",
        };
        var seen = new Option<string?>("--seen")
        {
            Description = "With --score: the messages that were learned from, to tell strangers' messages from those that are like them.",
            HelpName = "labels.jsonl",
        };
        var matrix = new Option<FileInfo?>("--matrix") { Description = "Answer from this responsibilities page instead." };
        var command = new Command("ask", "Answer a question as the bot would in a chat.") { question, json, score, seen, matrix };
        command.Validators.Add(result =>
        {
            var words = result.GetValue(question) ?? [];
            // Whatever is no option is taken for a word of the question, a mistyped option as well.
            if (words.FirstOrDefault(word => word.StartsWith("--", StringComparison.Ordinal)) is { } unknown)
                result.AddError($"There is no option {unknown}.");
            var isAsked = words.Any(word => !string.IsNullOrWhiteSpace(word));
            var ways = new[] { result.GetValue(json), isAsked, result.GetValue(score) is not null };
            if (ways.Count(given => given) != 1)
                result.AddError("Give a question, or --json with questions on standard input, or --score with labelled messages.");
        });
        command.SetAction(async (parsed, cancel) =>
        {
            await using var bot = await OfflineBot.MakeAsync(
                parsed.GetValue(everywhere.Settings), parsed.GetValue(matrix), cancel);
            if (parsed.GetValue(json))
                return await LinesAsync(bot.Questions, cancel);
            if (parsed.GetValue(score) is { } labels)
                return Score(bot, labels, parsed.GetValue(seen), cancel);

            Console.Out.WriteLine((await bot.Questions.AnswerAsync(string.Join(' ', parsed.GetValue(question)!), cancel)).Reply);
            return ExitCodes.Ok;
        });
        return command;
    }

    private static int Score(OfflineBot bot, string labels, string? seen, CancellationToken cancel)
    {
        var index = seen is null ? null : new TrigramIndex();
        foreach (var message in seen is null ? [] : LabelFiles.Read(seen))
            index!.Add(message.Text);
        var scorer = new Scorer(bot.Questions, bot.Sentences, index);
        var messages = LabelFiles.Read(labels).AsParallel().AsOrdered().WithCancellation(cancel).Select(scorer.Score).ToList();
        new ScoreReport(new Terminal()).Print(messages);
        return ExitCodes.Ok;
    }

    private static async Task<int> LinesAsync(Questions questions, CancellationToken cancel)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var input = new StreamReader(Console.OpenStandardInput(), utf8);
        await using var output = Utf8Output.Open();
        return await JsonLines.AnswerAsync(questions, input, output, Console.Error, cancel);
    }
}
