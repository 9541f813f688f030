using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Settings;

/// <summary>
/// Validates a section by its attributes and, if it has rules across settings, by <see cref="IValidatableObject"/>. Unlike the
/// framework's own validator it reports both kinds at once, and each setting by the key it has in the configuration.
/// </summary>
internal sealed class SettingsValidator<T>(string section) : IValidateOptions<T>
    where T : class
{
    public ValidateOptionsResult Validate(string? name, T options)
    {
        var faults = new List<string>();
        foreach (var property in typeof(T).GetProperties())
        {
            var found = new List<ValidationResult>();
            var context = new ValidationContext(options) { MemberName = property.Name, DisplayName = $"{section}:{property.Name}" };
            Validator.TryValidateProperty(property.GetValue(options), context, found);
            faults.AddRange(found.Select(it => it.ErrorMessage!));
        }

        if (options is IValidatableObject rules)
            faults.AddRange(rules.Validate(new ValidationContext(options)).Select(it => it.ErrorMessage!));
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
