using ChatOpsBot.Domain.Requests;
using CsCheck;

namespace ChatOpsBot.Tests.Requests;

public sealed class RequestKeyTests
{
    private const string Signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static readonly string[] Prefixes = ["RST", "BKP", "PAM", "DRE", "DRL", "MFA"];
    private static readonly RequestKeys Keys = new(Prefixes);
    private static readonly Gen<RequestKey> SomeKey = Gen.Int[0, Prefixes.Length - 1].Select(at => Keys.New(Prefixes[at]));

    [Fact]
    public void A_new_key_has_its_prefix_and_six_signs_and_is_read_again() => SomeKey.Sample(key =>
    {
        Assert.Matches("^[A-Z]{3}-[0-9A-HJKMNP-TV-Z]{6}$", key.Value);
        Assert.Equal(key, Keys.Read(key.Value));
    });

    [Fact]
    public void Keys_are_not_drawn_twice_in_a_row() =>
        Assert.InRange(Enumerable.Range(0, 1000).Select(_ => Keys.New("RST")).Distinct().Count(), 995, 1000);

    [Fact]
    public void A_key_is_read_as_people_write_it() =>
        SomeKey.Sample(key =>
        {
            var body = key.Value[4..];
            string[] written =
            [
                key.Value.ToLowerInvariant(),
                $"{key.Prefix}{body}",
                $" {key.Prefix} {body} ",
                $"{key.Prefix} - {body[..3]} {body[3..]}",
                $"{key.Prefix}–{body}",
                $"{key.Prefix}-{body.Replace('0', 'O').Replace('1', 'l')}",
                $"{key.Prefix}-{body.Replace('0', 'o').Replace('1', 'I')}",
            ];
            Assert.All(written, text => Assert.Equal(key, Keys.Read(text)));
        });

    [Fact]
    public void One_wrong_sign_is_always_seen() => SomeKey.Sample(key => Assert.All(
        from at in Enumerable.Range(4, 6)
        from sign in Signs
        where sign != key.Value[at]
        select key.Value[..at] + sign + key.Value[(at + 1)..],
        wrong => Assert.Null(Keys.Read(wrong))));

    [Fact]
    public void The_prefix_of_another_type_is_always_seen() => SomeKey.Sample(key => Assert.All(
        Prefixes.Where(prefix => prefix != key.Prefix), prefix => Assert.Null(Keys.Read(prefix + key.Value[3..]))));

    [Fact]
    public void Two_swapped_neighbours_are_always_seen() => SomeKey.Sample(key =>
    {
        var signs = key.Value.Remove(3, 1);
        Assert.All(
            Enumerable.Range(0, signs.Length - 1).Where(at => signs[at] != signs[at + 1])
                .Select(at => $"{signs[..at]}{signs[at + 1]}{signs[at]}{signs[(at + 2)..]}"),
            wrong => Assert.Null(Keys.Read(wrong)));
    });

    [Fact]
    public void A_key_is_found_inside_a_sentence() => SomeKey.Sample(key =>
    {
        var said = key.Value.Replace('-', ' ').ToLowerInvariant();
        var found = Assert.Single(Keys.FindIn($"status of {said} please"));
        Assert.Equal(new SaidKey(key, 10, 10), found);
    });

    [Fact]
    public void Several_keys_are_found_in_order()
    {
        var (first, second) = (Keys.New("RST"), Keys.New("DRL"));
        Assert.Equal([first, second], Keys.FindIn($"({first}), then {second.Value.Remove(3, 1)}.").Select(said => said.Key));
    }

    [Fact]
    public void A_key_miscopied_is_pointed_at_without_a_guess()
    {
        var key = Keys.New("PAM").Value;
        var wrong = key[..^1] + (key[^1] == '2' ? '3' : '2');
        Assert.Equal(new SaidKey(null, 7, 10), Assert.Single(Keys.FindIn($"status {wrong}?")));
    }

    [Theory]
    [InlineData("pam access for JSMITH")]
    [InlineData("which pam profil is it")]
    [InlineData("restore RST from 20260814")]
    [InlineData("rst 24 days ago")]
    [InlineData("dre, drl and bkp")]
    [InlineData("TS012345678 or CS1234567")]
    [InlineData("rst")]
    [InlineData("")]
    public void No_key_is_seen_in_other_sentences(string sentence) => Assert.Empty(Keys.FindIn(sentence));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("RST-")]
    [InlineData("RST-UUUUUU")]
    [InlineData("XYZ-7K3QZ9")]
    [InlineData("7K3QZ9")]
    public void What_is_no_key_is_not_read(string? text) => Assert.Null(Keys.Read(text));

    [Fact]
    public void A_prefix_is_three_capital_letters() => Assert.Throws<ArgumentException>(() => new RequestKeys(["RST", "toolong"]));

    [Fact]
    public void Any_text_is_searched() =>
        Gen.OneOf(Gen.String, Gen.Char["RSTdre -7K3QZ9oil"].Array[0, 60].Select(letters => new string(letters)))
            .Sample(text => Assert.All(Keys.FindIn(text), said => Assert.InRange(said.Start + said.Length, 9, text.Length)));
}
