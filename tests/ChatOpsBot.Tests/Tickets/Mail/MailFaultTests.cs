using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Tests.Support;
using ChatOpsBot.Tests.Tickets.HandedOver;
using static ChatOpsBot.Tests.Tickets.HandedOver.HandoverBench;

namespace ChatOpsBot.Tests.Tickets.Mail;

/// <summary>
/// Every fault at every step of the conversation with the mail server, for every call, and then the call once more until it is done, as the
/// outbox does it: nothing is lost, and what comes twice has the same Message-ID.
/// </summary>
public sealed class MailFaultTests
{
    private const int MostTries = 4;

    private static readonly Dictionary<string, MailFault> Faults = new()
    {
        ["421"] = MailFault.Refuse(421),
        ["451"] = MailFault.Refuse(451),
        ["550"] = MailFault.Refuse(550),
        ["554"] = MailFault.Refuse(554),
        ["no SMTP"] = new("HTTP/1.1 400 Bad Request"),
        ["drops the line"] = MailFault.Drop(),
        ["drops the line after it took it"] = MailFault.Drop(isAfterwards: true),
        ["hangs"] = MailFault.Hang(),
        ["hangs after it took it"] = MailFault.Hang(isAfterwards: true),
    };

    private static readonly string[] Calls = ["open", "amend", "withdraw", "reply", "attach"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Cases => new(
        from fault in Faults.Keys
        from step in FakeMailServer.Steps
        select (fault, step));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Whatever_goes_wrong_it_is_there_in_the_end_and_under_one_id(string name, string step)
    {
        await using var server = FakeMailServer.Start();
        await using var bench = await StartAsync(server);
        foreach (var call in Calls)
        {
            var known = call == "open" ? null : await bench.FiledAsync(Restore with { Key = $"RST-{call}" });
            var before = server.Mails.Count;
            server.Next(step, Faults[name]);
            DeskAnswer answer = new DeskAnswer.NotNow("");
            for (var tries = 0; tries < MostTries && answer is not DeskAnswer.Done; tries++)
            {
                answer = await bench.PatientlyAsync(CallAsync(bench, call, known));
                Check(answer, name, step);
            }

            Assert.IsType<DeskAnswer.Done>(answer);
            var mails = server.Mails.Skip(before).ToList();
            Assert.InRange(mails.Count, 1, step == "BODY" ? 2 : 1);
            Assert.Single(mails.Select(mail => mail.MessageId).Distinct());
        }
    }

    // Never refused: the requester can do nothing about a mail server.
    private static void Check(DeskAnswer answer, string name, string step)
    {
        Assert.IsNotType<DeskAnswer.Refused>(answer);
        if (answer is not DeskAnswer.NotNow later)
            return;

        // A greeting that is refused is followed by HELO, which offers no encryption.
        if (step is not ("EHLO" or "STARTTLS") && name != "no SMTP")
            Assert.Equal(name[0] == '5', later.NeedsOperator);
        if (step is "GREETING" or "EHLO" or "STARTTLS" or "AUTH")
            Assert.False(later.IsOutcomeUnknown);
        if (step == "BODY" && (name.Contains("line", StringComparison.Ordinal) || name.Contains("hangs", StringComparison.Ordinal)))
            Assert.True(later.IsOutcomeUnknown);
    }

    private static Task<DeskAnswer> CallAsync(HandoverBench bench, string call, FiledTicket? known) => call switch
    {
        "open" => bench.Desk.OpenAsync(Restore, Cancel),
        "amend" => bench.Desk.AmendAsync(known!, Restore with { Version = 9 }, Cancel),
        "withdraw" => bench.Desk.WithdrawAsync(known!, Cancel),
        "attach" => bench.Desk.AttachAsync(known!, JobLog, Cancel),
        _ => bench.Desk.ReplyAsync(known!, new("A1", DeskReplyKind.Answer, "MBR1", "Ana"), Cancel),
    };
}
