using System.CommandLine;
using System.Text;

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
        var matrix = new Option<FileInfo?>("--matrix") { Description = "Answer from this responsibilities page instead." };
        var command = new Command("ask", "Answer a question as the bot would in a chat.") { question, json, matrix };
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) == result.GetValue(question) is { Length: > 0 })
                result.AddError("Give either a question, or --json with questions on standard input.");
        });
        command.SetAction(async (parsed, cancel) =>
        {
            await using var bot = OfflineBot.Make(parsed.GetValue(everywhere.Settings), parsed.GetValue(matrix));
            if (parsed.GetValue(json))
                return await LinesAsync(bot.Questions, cancel);

            Console.Out.WriteLine(bot.Questions.Answer(string.Join(' ', parsed.GetValue(question)!)).Reply);
            return ExitCodes.Ok;
        });
        return command;
    }

    private static async Task<int> LinesAsync(Questions questions, CancellationToken cancel)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var input = new StreamReader(Console.OpenStandardInput(), utf8);
        await using var output = Utf8Output.Open();
        return await JsonLines.AnswerAsync(questions, input, output, Console.Error, cancel);
    }
}
