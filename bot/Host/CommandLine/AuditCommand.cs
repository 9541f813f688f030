using System.CommandLine;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using ChatOpsBot.Storage.Audit;

namespace ChatOpsBot.Host.CommandLine;

/// <summary><c>audit</c>: verifies the audit chain, shows its head, and writes it out for an auditor. The bot may run beside it.</summary>
internal sealed class AuditCommand
{
    private readonly GlobalOptions _everywhere;
    private readonly Option<bool> _json = new("--json") { Description = "Write one JSON object." };
    private readonly Option<string?> _head = new("--head")
    {
        Description = "A head that was noted elsewhere: the chain must still contain it. Takes --entries.",
    };
    private readonly Option<long?> _entries = new("--entries") { Description = "With --head: how many entries there were then." };

    private readonly Option<FileInfo?> _authority = new("--authority")
    {
        Description = "The certificate (PEM) of the timestamp authority, or of who issued its certificate: it must have signed the timestamps.",
    };

    private AuditCommand(GlobalOptions everywhere) => _everywhere = everywhere;

    public static Command Build(GlobalOptions everywhere)
    {
        var parts = new AuditCommand(everywhere);
        return new Command("audit", "Verify, show or export the audit trail.") { parts.Verify(), parts.Head(), AuditExport.Build(everywhere) };
    }

    private Command Verify()
    {
        var command = new Command("verify", "Check the whole chain, and name the first broken entry.") { _head, _entries, _authority, _json };
        command.Validators.Add(result =>
        {
            var (head, entries) = (result.GetValue(_head), result.GetValue(_entries));
            if (head is null != entries is null)
                result.AddError("--head and --entries are only valid together.");
            if (head is not null && Hash(head) is null)
                result.AddError($"--head must be a hash of {2 * AuditEncoding.HashLength} hexadecimal digits.");
            if (entries < 0)
                result.AddError("--entries must be at least 0.");
        });
        command.SetAction(async (parsed, cancel) =>
        {
            await using var database = await CliDatabase.OpenAsync(_everywhere.Arguments(parsed), cancel);
            using var authority = parsed.GetValue(_authority) is { } file ? Certificate(file) : null;
            AuditAnchor? anchor = parsed.GetValue(_head) is { } head ? new(parsed.GetValue(_entries)!.Value, Hash(head)!) : null;
            var verdict = AuditVerdictLine.Of(await new AuditVerifier(database.Db).VerifyAsync(anchor, authority, cancel));
            if (parsed.GetValue(_json))
                await WriteAsync(JsonSerializer.Serialize(verdict, AuditJson.Default.AuditVerdictLine));
            else
                Tell(verdict);
            return verdict.Intact ? ExitCodes.Ok : ExitCodes.Negative;
        });
        return command;
    }

    private Command Head()
    {
        var command = new Command("head", "Show how many entries the chain has, and the hash of the newest.") { _json };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var database = await CliDatabase.OpenAsync(_everywhere.Arguments(parsed), cancel);
            if (await new AuditReader(database.Db).HeadAsync(cancel) is not { } head)
            {
                await Console.Error.WriteLineAsync("The head of the audit chain is missing in the database; \"audit verify\" says more.");
                return ExitCodes.Negative;
            }

            var line = new AuditHeadLine(head.Sequence, Convert.ToHexStringLower(head.Hash));
            if (parsed.GetValue(_json))
                await WriteAsync(JsonSerializer.Serialize(line, AuditJson.Default.AuditHeadLine));
            else
                Console.Out.WriteLine($"--head {line.Head} --entries {line.Entries}");
            return ExitCodes.Ok;
        });
        return command;
    }

    private static void Tell(AuditVerdictLine verdict)
    {
        var terminal = new Terminal();
        terminal.Line(
            verdict.Fault is { } fault
                ? $"BROKEN at entry {fault.Entry} ({fault.Kind}): {fault.Why}."
                : $"The audit chain is intact: {verdict.Entries} entries.");
        if (verdict.Fault is not null)
            terminal.Line($"Entries in order before that: {verdict.Entries}.");
        terminal.Line($"Head: {verdict.Head}");
        if (verdict.Timestamps > 0)
            terminal.Line($"Timestamps that fit: {verdict.Timestamps}.");
        if (verdict.Erased > 0)
            terminal.Line($"Entries without their texts, which were erased: {verdict.Erased}.");
    }

    private static async Task WriteAsync(string line)
    {
        await using var output = Utf8Output.Open();
        await output.WriteLineAsync(line);
    }

    private static X509Certificate2 Certificate(FileInfo file)
    {
        try
        {
            return X509Certificate2.CreateFromPem(File.ReadAllText(file.FullName));
        }
        catch (CryptographicException)
        {
            throw new StartFaultException($"{file} is not a certificate in PEM form.");
        }
    }

    private static byte[]? Hash(string text)
    {
        try
        {
            return Convert.FromHexString(text.Trim()) is { Length: AuditEncoding.HashLength } hash ? hash : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
