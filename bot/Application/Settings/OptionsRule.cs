using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Settings;

/// <summary>Lets options tell their own faults, all at once, each with its key.</summary>
internal sealed class OptionsRule<T>(Func<T, IEnumerable<string>> faultsOf) : IValidateOptions<T>
    where T : class
{
    public ValidateOptionsResult Validate(string? name, T options)
    {
        var faults = faultsOf(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
