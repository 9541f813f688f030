using System.Globalization;

namespace ChatOpsBot.Domain.IbmI.Reading;

internal static class AspNumbers
{
    private const int MostDigits = 3;

    public static Checked<AspNumber> Read(string? text, int highest)
    {
        var typed = text.AsSpan().Trim();
        if (typed.IsEmpty)
            return new Checked<AspNumber>.Wrong(new NameProblem.Missing(NameKind.AspNumber));
        var read =
            typed.Length <= MostDigits && int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return read >= AspNumber.Lowest && read <= highest
            ? new Checked<AspNumber>.Right(new(read))
            : new Checked<AspNumber>.Wrong(new NameProblem.OutOfRange(NameKind.AspNumber, AspNumber.Lowest, highest));
    }
}
