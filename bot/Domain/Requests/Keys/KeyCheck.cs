namespace ChatOpsBot.Domain.Requests.Keys;

/// <summary>
/// The last sign of a key makes a weighted sum of all its signs zero, in the field of 32 elements (polynomial x^5 + x^2 + 1), sign
/// number i weighing the i-th power of x. No weight is zero and no two are equal, so a sum does not survive one wrong sign or the
/// swap of two unequal ones. This is a Reed-Solomon code with one check sign; Crockford's own check sign (modulo 37) needs
/// <c>* ~ $ =</c>, which nobody can say on the telephone.
/// </summary>
internal static class KeyCheck
{
    public const int PrefixSigns = 3;
    public const int BodySigns = 6;

    private const int Overflow = 0b100000;
    private const int Polynomial = 0b100101;

    public static char SignFor(string prefix, string drawn)
    {
        foreach (var sign in Crockford.Signs)
            if (Holds(prefix, drawn + sign))
                return sign;

        throw new InvalidOperationException("Every weight has an inverse, so one sign always fits.");
    }

    public static bool Holds(string prefix, string body)
    {
        var sum = 0;
        foreach (var sign in body.Reverse())
            sum = TimesX(sum) ^ Crockford.ValueOf(sign);
        foreach (var letter in prefix.Reverse())
            sum = TimesX(sum) ^ (letter - 'A' + 1);
        return sum == 0;
    }

    private static int TimesX(int value) => (value << 1) >= Overflow ? (value << 1) ^ Polynomial : value << 1;
}
