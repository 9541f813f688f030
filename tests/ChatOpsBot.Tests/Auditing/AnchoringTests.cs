using System.Text.Json.Nodes;
using ChatOpsBot.Application.Auditing;
using ChatOpsBot.Storage.Audit;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatOpsBot.Tests.Auditing;

/// <summary>How the head of the audit chain comes to be known outside the database.</summary>
public sealed class AnchoringTests : IAsyncLifetime
{
    private FakeTimestampAuthority _authority = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _authority = await FakeTimestampAuthority.StartAsync();

    public ValueTask DisposeAsync() => _authority.DisposeAsync();

    [Fact]
    public async Task The_head_is_logged_when_it_has_changed_and_nobody_is_asked_to_sign_it()
    {
        await using var bot = await RunningBot.StartAsync();
        await LookAsync(bot);
        Assert.Empty(Heads(bot));
        await AuditAsync(bot);
        await LookAsync(bot);
        await LookAsync(bot);
        var head = (await bot.ReadAsync(db => new AuditReader(db).HeadAsync(Cancel)))!;
        Assert.Equal($"Information 1120 The audit chain has 2 entries; its head is {Convert.ToHexStringLower(head.Hash)}. ", Assert.Single(Heads(bot)));
        await AuditAsync(bot);
        await LookAsync(bot);
        Assert.Equal(2, Heads(bot).Count);
        Assert.Equal(0, _authority.Asked);
    }

    [Fact]
    public async Task The_authority_signs_the_head_once_a_time_and_the_chain_verifies_with_its_certificate_or_its_root()
    {
        await using var bot = await StartAsync();
        await AuditAsync(bot);
        await LookAsync(bot);
        await AuditAsync(bot);
        await LookAsync(bot);
        Assert.Equal(1, _authority.Asked);
        bot.Clock.Advance(TimeSpan.FromHours(25));
        _authority.Now = bot.Clock.GetUtcNow();
        await LookAsync(bot);
        await LookAsync(bot);
        Assert.Equal(2, _authority.Asked);

        foreach (var trusted in new[] { null, _authority.Root, _authority.Signer })
        {
            var verdict = await bot.ReadAsync(db => new AuditVerifier(db).VerifyAsync(null, trusted, Cancel));
            Assert.Equal((null, 3, 2), (verdict.Fault, verdict.Entries, verdict.Timestamps));
        }

        await using var another = await FakeTimestampAuthority.StartAsync();
        Assert.Equal((2, AuditFaultKind.WrongTimestamp), await FaultAsync(bot, another.Root));
    }

    [Fact]
    public async Task A_chain_that_was_written_anew_after_it_was_signed_is_found()
    {
        await using var bot = await StartAsync();
        await AuditAsync(bot);
        await LookAsync(bot);
        await bot.ReadAsync(db => db.AuditChainEntries.ExecuteDeleteAsync(Cancel));
        await bot.ReadAsync(db => db.Database.ExecuteSqlAsync(
            $"""UPDATE "AuditChainHead" SET "Sequence" = 0, "Hash" = {new byte[32]}""", Cancel));
        Assert.Equal((2, AuditFaultKind.Truncated), await FaultAsync(bot));
        await AuditAsync(bot);
        Assert.Equal((2, AuditFaultKind.WrongTimestamp), await FaultAsync(bot));
    }

    [Fact]
    public async Task A_token_or_a_time_that_somebody_changed_is_found()
    {
        await using var bot = await StartAsync();
        await AuditAsync(bot);
        await LookAsync(bot);
        await MoveAsync(10);
        Assert.Equal((2, AuditFaultKind.WrongTimestamp), await FaultAsync(bot));
        await MoveAsync(-10);
        Assert.Null((await bot.ReadAsync(db => new AuditVerifier(db).VerifyAsync(null, null, Cancel))).Fault);
        var token = (await bot.ReadAsync(db => new TimestampStore(db).LastAsync(Cancel)))!.Token;
        await PutAsync([.. token[..^1], (byte)(token[^1] ^ 1)]);
        Assert.Equal((2, AuditFaultKind.WrongTimestamp), await FaultAsync(bot));
        await PutAsync([1, 2, 3]);
        Assert.Equal((2, AuditFaultKind.WrongTimestamp), await FaultAsync(bot));

        Task<int> MoveAsync(int ticks) =>
            bot.ReadAsync(db => db.Database.ExecuteSqlAsync($"""UPDATE "AuditTimestamp" SET "At" = "At" + {ticks}""", Cancel));

        Task<int> PutAsync(byte[] token) =>
            bot.ReadAsync(db => db.Database.ExecuteSqlAsync($"""UPDATE "AuditTimestamp" SET "Token" = {token}""", Cancel));
    }

    [Theory]
    [InlineData("refuses")]
    [InlineData("signs another hash")]
    [InlineData("talks nonsense")]
    [InlineData("says too much")]
    public async Task An_authority_that_fails_is_logged_and_asked_again_at_the_next_look(string how)
    {
        await using var bot = await StartAsync();
        await AuditAsync(bot);
        _authority.Status = how == "refuses" ? 500 : 200;
        _authority.SignsAnother = how == "signs another hash";
        _authority.Instead = how switch
        {
            "talks nonsense" => _ => [0x30, 0x03, 0x02, 0x01],
            "says too much" => answer => [.. answer, .. new byte[TimestampClient.MostBytes]],
            _ => null,
        };
        await LookAsync(bot);
        Assert.Single(bot.Log.Lines, line => line.Contains("did not sign the audit chain", StringComparison.Ordinal));
        Assert.Null(await bot.ReadAsync(db => new TimestampStore(db).LastAsync(Cancel)));

        (_authority.Status, _authority.SignsAnother, _authority.Instead) = (200, false, null);
        await LookAsync(bot);
        Assert.Equal(2, (await bot.ReadAsync(db => new TimestampStore(db).LastAsync(Cancel)))?.Sequence);
    }

    [Fact]
    public async Task The_command_line_tells_who_signed()
    {
        await using var bot = await StartAsync();
        await AuditAsync(bot);
        await LookAsync(bot);
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pem");
        await File.WriteAllTextAsync(file, _authority.Root.ExportCertificatePem(), Cancel);
        try
        {
            var (code, output, errors) = await VerifyAsync(file, "--json");
            Assert.Equal((0, ""), (code, errors));
            Assert.Equal(1, (int)JsonNode.Parse(output)!["timestamps"]!);
            await File.WriteAllTextAsync(file, "nothing", Cancel);
            (code, output, errors) = await VerifyAsync(file);
            Assert.Equal((2, ""), (code, output));
            Assert.Contains("is not a certificate in PEM form.", errors, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }

        Task<(int Code, string Output, string Errors)> VerifyAsync(string authority, params string[] more) =>
            BotProcess.RunAsync(
                ["audit", "verify", "--authority", authority, .. more], "", ("Storage__ConnectionString", bot.ConnectionString));
    }

    private Task<RunningBot> StartAsync() => RunningBot.StartAsync(("Audit:TimestampAuthority", _authority.Address.ToString()));

    private static List<string> Heads(RunningBot bot) =>
        [.. bot.Log.Lines.Where(line => line.Contains("The audit chain has", StringComparison.Ordinal))];

    private static Task LookAsync(RunningBot bot) => bot.Services.GetRequiredService<AuditAnchoring>().LookAsync(Cancel);

    private static Task<int> AuditAsync(RunningBot bot) => bot.ReadAsync(db =>
    {
        db.Audit(new(AuditSubjects.Role, "dr-operator", "granted", bot.Clock.GetUtcNow()) { By = SampleRequest.Ana });
        return db.SaveChangesAsync(Cancel);
    });

    private static async Task<(long, AuditFaultKind)?> FaultAsync(
        RunningBot bot, System.Security.Cryptography.X509Certificates.X509Certificate2? authority = null) =>
        (await bot.ReadAsync(db => new AuditVerifier(db).VerifyAsync(null, authority, Cancel))).Fault is { } fault
            ? (fault.Sequence, fault.Kind)
            : null;
}
