using System.Diagnostics;
using ChatOpsBot.Domain.Requests;
using CsCheck;

namespace ChatOpsBot.Tests.Requests;

public sealed class SecretScanTests
{
    private const string Chance = "kP3xV9qLz7Rt2WmB8sYc4HdN6fGjQ1aTuE5oXiZ0";

    /// <summary>What is secret stands between ‹ and ›. Nothing here opens anything: samples of public documents, or made by hand.</summary>
    [Theory]
    [InlineData(SecretKind.Password, "password: ‹Winter2026!›")]
    [InlineData(SecretKind.Password, "PASSWORD=‹letmein› and go")]
    [InlineData(SecretKind.Password, "Password: ‹sunshine›")]
    [InlineData(SecretKind.Password, "the password is ‹Winter2026!›.")]
    [InlineData(SecretKind.Password, "CRTUSRPRF USRPRF(JSMITH) PASSWORD(‹ABC12345›)")]
    [InlineData(SecretKind.Password, "Server=db;Uid=app;Pwd=‹s3cr3t›;Port=5432")]
    [InlineData(SecretKind.Password, "{\"dbPassword\": \"‹s3cr3tX›\"}")]
    [InlineData(SecretKind.Password, "DB_PASSWORD=‹s3cr3tX›")]
    [InlineData(SecretKind.Password, "Passwort lautet ‹Sommer24!›")]
    [InlineData(SecretKind.Password, "mot de passe : ‹Soleil99›")]
    [InlineData(SecretKind.Password, "パスワードは‹abc12345›")]
    [InlineData(SecretKind.Password, "ftp://backup:‹s3cr3t›@host.example/data")]
    [InlineData(SecretKind.Password, "pin: ‹4711›")]
    [InlineData(SecretKind.PrivateKey, "‹-----BEGIN OPENSSH PRIVATE KEY›-----")]
    [InlineData(SecretKind.PrivateKey, "here: ‹-----BEGIN PRIVATE KEY›-----\nMIIE")]
    [InlineData(SecretKind.ApiKey, "key ‹AKIAIOSFODNN7EXAMPLE› is it")]
    [InlineData(SecretKind.ApiKey, "api key: ‹abcd1234efgh›")]
    [InlineData(SecretKind.ApiKey, "client_secret=‹abcd1234efgh›")]
    [InlineData(SecretKind.ApiKey, "use ‹" + Chance + "› for it")]
    [InlineData(SecretKind.Token, "Authorization: Bearer ‹abcdefghij1234567890KLMN›")]
    [InlineData(SecretKind.Token, "‹eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl›")]
    [InlineData(SecretKind.Token, "‹ghp_0123456789abcdefghijABCDEFGHIJ012345›")]
    [InlineData(SecretKind.CardNumber, "card ‹4111 1111 1111 1111› 12/29")]
    [InlineData(SecretKind.CardNumber, "‹5555555555554444›")]
    [InlineData(SecretKind.CardNumber, "amex ‹3782-822463-10005›.")]
    public void A_secret_is_found_where_it_stands(SecretKind kind, string marked)
    {
        var (start, end) = (marked.IndexOf('‹', StringComparison.Ordinal), marked.IndexOf('›', StringComparison.Ordinal));
        var text = marked.Remove(end, 1).Remove(start, 1);
        Assert.Equal([new SecretFinding(kind, start, end - start - 1)], SecretScan.In(text));
    }

    [Theory]
    [InlineData("restore PRODLIB/CUSTOMER(JAN) on LPAR01 from 2026-08-14 23:30 UTC")]
    [InlineData("reset the password of JSMITH01, it is expired")]
    [InlineData("reset password JSMITH01 please")]
    [InlineData("the password is expired")]
    [InlineData("password: please reset it")]
    [InlineData("password (which nobody knows) was changed")]
    [InlineData("password: ********, pwd=<your password>, PASSWORD(*NONE)")]
    [InlineData("PWDEXP(*YES) and QPWDEXPITV 90, password level: 3")]
    [InlineData("Password expiration interval: 90 days")]
    [InlineData("Password: expired")]
    [InlineData("token ring, passwordless, secretary, pinned, bypass: 10000")]
    [InlineData("a token RST-7K3QZ9 of the request")]
    [InlineData("RST-7K3QZ9, BKP-2M4XW8, TS012345678, CS1234567, INC0012345")]
    [InlineData("7f3c9a52-4b1d-4e8a-9c6f-2d5b8e1a7c40")]
    [InlineData("4111-1111-1111-1112")]
    [InlineData("1785542400000 and 20260814233000 and 2026081420260815")]
    [InlineData("commit 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    [InlineData("/home/JSmith/Reports2026/MonthEnd/BackupFinal_Version2.savf")]
    [InlineData("/QSYS.LIB/PRODLIB.LIB/CUSTOMER.FILE/JAN.MBR")]
    [InlineData("crn:v1:bluemix:public:power-iaas:dal10:a/0123456789abcdef0123456789abcdef:7f3c9a52-4b1d-4e8a-9c6f-2d5b8e1a7c40::")]
    [InlineData("https://teams.microsoft.com/l/meetup-join/19%3ameeting_ZDFkY2M0NzUtOTk5Ni00YzQ5LWI1ZDMtM2Q4@thread.v2/0?context=x")]
    [InlineData("https://meet.example/j/81234567890?pwd=aGVsbG8xMjM0NTY3ODkw")]
    [InlineData("job 123456/JSMITH/QPADEV0001, message CPF9801, +49 30 1234 5678 9012")]
    [InlineData("-----BEGIN CERTIFICATE-----")]
    [InlineData("")]
    public void What_is_no_secret_is_left_alone(string text) => Assert.Empty(SecretScan.In(text));

    [Fact]
    public void A_finding_holds_no_part_of_the_text() =>
        Assert.DoesNotContain("Winter", SecretScan.In("password: Winter2026!")[0].ToString(), StringComparison.Ordinal);

    [Fact]
    public void A_secret_is_found_in_any_words_around_it() =>
        Gen.Char["abz .,\n"].Array[0, 30].Select(letters => new string(letters) + "\n").Sample(before =>
        {
            var text = $"{before}password: Winter2026! and";
            Assert.Contains(SecretScan.In(text), found => found == new SecretFinding(SecretKind.Password, before.Length + 10, 11));
        });

    [Fact]
    public void A_key_drawn_by_chance_is_found()
    {
        var drawn = Gen.Char["ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"]
            .Array[44]
            .Select(letters => "k" + new string(letters));
        var missed = 0;
        drawn.Sample(key => { if (SecretScan.In($"use {key} now").Count == 0) Interlocked.Increment(ref missed); }, iter: 2000);
        Assert.InRange(missed, 0, 40);
    }

    [Fact]
    public void Findings_lie_in_the_text_one_after_the_other() => Gen.OneOf(Gen.String, Pieces()).Sample(text =>
    {
        var end = 0;
        foreach (var found in SecretScan.In(text))
        {
            Assert.InRange(found.Start, end, text.Length - 1);
            end = found.Start + found.Length;
            Assert.InRange(end, found.Start + 1, text.Length);
        }
    });

    [Fact]
    public void A_text_of_a_hundred_thousand_characters_is_scanned_at_once()
    {
        var clock = Stopwatch.StartNew();
        string[] parts = ["password:", "4", "eyJ", "a", "A1b", "://u:", "-----BEGIN ", "password is ", " ", "sk-"];
        Assert.All(parts, part => Assert.InRange(
            SecretScan.In(string.Concat(Enumerable.Repeat(part, 100_000 / part.Length))).Count, 0, SecretScan.MostFindings));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    private static Gen<string> Pieces()
    {
        string[] parts = ["password", "pwd", ":", "=", "(", " is ", "Winter2026!", "4111 1111 1111 1111", "://", "@", "\"", " ", Chance];
        return Gen.Int[0, parts.Length - 1].Array[0, 12].Select(chosen => string.Concat(chosen.Select(at => parts[at])));
    }
}
