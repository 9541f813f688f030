using System.ComponentModel.DataAnnotations;

namespace ChatOpsBot.Application.Settings;

/// <summary>
/// The range a setting must be in, limits included unless <see cref="RangeAttribute.MinimumIsExclusive"/>. Times are written as in the
/// settings, such as <c>00:00:10</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SettingRangeAttribute : RangeAttribute
{
    public SettingRangeAttribute(int minimum, int maximum = int.MaxValue)
        : base(minimum, maximum)
    {
    }

    public SettingRangeAttribute(double minimum, double maximum)
        : base(minimum, maximum)
    {
    }

    public SettingRangeAttribute(string minimum, string? maximum = null)
        : base(typeof(TimeSpan), minimum, maximum ?? TimeSpan.MaxValue.ToString()) => ParseLimitsInInvariantCulture = true;

    public override string FormatErrorMessage(string name)
    {
        var (from, to) = (Text(Minimum), Text(Maximum));
        return Maximum is int.MaxValue || (Maximum is TimeSpan longest && longest == TimeSpan.MaxValue)
            ? $"{name} must be {(MinimumIsExclusive ? "more than" : "at least")} {from}."
            : $"{name} must be {(MinimumIsExclusive ? $"more than {from} and at most {to}" : $"from {from} to {to}")}.";
    }

    private static string Text(object limit) => limit is TimeSpan { Ticks: 0 } ? "0" : SettingText.Of(limit)!;
}
