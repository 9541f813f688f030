using ChatOpsBot.Application.LanguageModel;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Turns;

/// <summary>A language model that takes all its time must leave some for the answer without it.</summary>
internal sealed class AdviceTimeRule(IOptions<TurnOptions> turns) : IValidateOptions<LanguageModelOptions>
{
    public ValidateOptionsResult Validate(string? name, LanguageModelOptions options) =>
        options.IsOn && options.Timeout >= turns.Value.Limit
            ? ValidateOptionsResult.Fail($"{LanguageModelOptions.Section}:Timeout must be less than {TurnOptions.Section}:Limit.")
            : ValidateOptionsResult.Success;
}
