using System.Text.RegularExpressions;
using ChatOpsBot.Domain.Understanding.Model;
using CsCheck;

namespace ChatOpsBot.Tests.Understanding;

public sealed partial class TextWordsTests
{
    private static readonly Gen<string> Words = Gen.OneOf(
        Gen.Char["abRTDCSXYZKſı0123456789-/.:@$#_%h"].Array[1, 9].Select(letters => new string(letters)),
        Gen.Char["ABCDEz"].Array[1, 7].Select(letters => new string(letters)),
        Gen.String[1, 8]);

    /// <summary>What is told at a glance to be an ordinary word is none of the signs.</summary>
    [Fact]
    public void A_word_is_a_name_exactly_where_one_of_the_signs_is_written() => Words.Sample(word =>
        Assert.Equal(Signs.Any(sign => sign.IsMatch(word)), TextWords.IsName(word)), iter: 20_000);

    private static readonly Regex[] Signs =
    [
        Mail(), Ticket(), Event(), MessageId(), Clock(), Number(), SystemName(),
    ];

    [GeneratedRegex(@"^(\S+@\S+|\w+://\S+)$")]
    private static partial Regex Mail();

    [GeneratedRegex(@"^([RT]-\d+|CS\d{5,}|[A-Z]{2,4}-[0-9A-Z]{6})$", RegexOptions.IgnoreCase)]
    private static partial Regex Ticket();

    [GeneratedRegex(@"^DR-?\d+$", RegexOptions.IgnoreCase)]
    private static partial Regex Event();

    [GeneratedRegex(@"^[A-Z]{2,3}[0-9][0-9A-F]{3}$")]
    private static partial Regex MessageId();

    [GeneratedRegex(@"^\d{1,2}([:.h]\d{2})(:\d{2})?$|^\d{1,2}(am|pm|h)$", RegexOptions.IgnoreCase)]
    private static partial Regex Clock();

    [GeneratedRegex(@"^\d+([-./:]\d+)*%?$")]
    private static partial Regex Number();

    [GeneratedRegex(
        @"^(?=.*[A-Z])[A-Z0-9$#@_]{5,}(/[A-Z0-9$#@_*]+)*$|^[A-Za-z]+[0-9]+[A-Za-z0-9]*(/\S+)?$|^[A-Z0-9$#@_]+/[A-Z0-9$#@_/]+$")]
    private static partial Regex SystemName();
}
