using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Storage.Requests;
using ChatOpsBot.Tests.Delivery;

namespace ChatOpsBot.Faults.Situations.Killed;

/// <summary>Requests and events in the states that outbox messages are about, and a message of each kind about them.</summary>
internal sealed class OutboxSubjects
{
    private readonly Request _filed;
    private readonly Request _waiting;
    private readonly Request _draft;
    private readonly RecoveryEvent _declared;
    private readonly RecoveryEvent _open;

    private OutboxSubjects(Request filed, Request waiting, Request draft, RecoveryEvent declared, RecoveryEvent open) =>
        (_filed, _waiting, _draft, _declared, _open) = (filed, waiting, draft, declared, open);

    /// <summary>Who may approve what.</summary>
    public static (string, string)[] Settings { get; } =
    [
        ("Approvals__RequiredFor__0", "restore"),
        ("Approvals__Roles__restore-approver__0", "aad-eva"),
        ("Approvals__Roles__dr-authority__0", "aad-ben"),
        ("Approvals__Roles__dr-coordinator__0", "aad-lea"),
        ("Approvals__Roles__dr-operator__0", "aad-lea"),
        ("Approvals__Roles__application-owner__0", "aad-lea"),
        ("Systems__Lpars__0__Name", "LPAR1"),
        ("Systems__Lpars__0__Production", "true"),
        ("Systems__Lpars__0__DrPartner", "LPAR1DR"),
        ("Systems__Lpars__1__Name", "LPAR2"),
        ("Systems__Lpars__1__Production", "true"),
        ("Systems__Lpars__1__DrPartner", "LPAR2DR"),
    ];

    public static async Task<OutboxSubjects> MakeAsync(KilledBot bot)
    {
        var (ana, dan, fay) = (bot.Colleague("ana"), bot.Colleague("dan"), bot.Colleague("fay"));
        // They are written to where they have talked to the bot.
        foreach (var approver in new[] { "eva", "ben", "lea" })
            await bot.Colleague(approver).SaysAsync("help");
        await ana.SaysAsync(Filed.Sentence);
        await ana.PressesAsync("Review");
        await ana.PressesAsync(Filed.Send);
        await dan.SaysAsync(Filed.Sentence);
        await dan.PressesAsync("Update form", null, ("overwrite", "Replace it"));
        await dan.PressesAsync("Review", null, ("stopped", "Yes, it is or will be stopped"));
        await dan.SendsWithRiskAsync();
        await fay.SaysAsync(Filed.Sentence);
        await bot.Colleague("max").SaysAsync("declare a failover for LPAR1: no power");
        await bot.Colleague("lea").SaysAsync("declare a failover for LPAR2: no power");
        return new(
            await RequestAsync(bot, "ana"),
            await RequestAsync(bot, "dan"),
            await RequestAsync(bot, "fay"),
            await EventAsync(bot, "LPAR1"),
            await EventAsync(bot, "LPAR2"));
    }

    /// <summary>A message of a kind, by its word; null for a kind that nobody has thought of here.</summary>
    public OutboxMessage? Message(string kind) => kind switch
    {
        "open-ticket" => new OutboxMessage.OpenTicket(_filed.Id, _filed.ConfirmedVersion, Ticket),
        "amend-ticket" => new OutboxMessage.AmendTicket(_filed.Id, _filed.ConfirmedVersion, Ticket),
        "withdraw-ticket" => new OutboxMessage.WithdrawTicket(_filed.Id),
        "reply-to-desk" => new OutboxMessage.ReplyToDesk(_filed.Id, new("1A2B3C4D", DeskReplyKind.Answer, "It is QEZJOBLOG.", "Ana")),
        "attach-file" => new OutboxMessage.AttachFile(_filed.Id, _filed.Id),
        "redraw" => new OutboxMessage.Redraw(_filed.Id),
        "tell" => new OutboxMessage.NotifyOwner(_filed.Id, new("news.not_reached")),
        "ask-approvers" => new OutboxMessage.AskApprovers(_waiting.Id, _waiting.ConfirmedVersion),
        "remind-approvers" => new OutboxMessage.RemindApprovers(_waiting.Id, _waiting.ConfirmedVersion),
        "escalate" => new OutboxMessage.Escalate(_waiting.Id, _waiting.ConfirmedVersion),
        "expire-draft" => new OutboxMessage.ExpireDraft(_draft.Id),
        "remind" => new OutboxMessage.Remind(_filed.Id, _filed.ConfirmedVersion, new("news.not_reached")),
        "ask-authorities" => new OutboxMessage.AskAuthorities(_declared.Id, _declared.WaitsSince, 1),
        "end-silence" => new OutboxMessage.AnnounceApprovalTimeout(_declared.Id),
        "prompt-update" => new OutboxMessage.PromptUpdate(_open.Id, _open.NextUpdate!.Value),
        "miss-update" => new OutboxMessage.MissUpdate(_open.Id, _open.NextUpdate!.Value),
        "tell-declarer" => new OutboxMessage.NotifyDeclarer(_open.Id, new("event.news.prompt")),
        "redraw-event" => new OutboxMessage.RedrawEvent(_open.Id),
        _ => null,
    };

    private TicketDraft Ticket => new(_filed.Key, _filed.Type, $"[{_filed.Key}] again", "Request: again", Severity.Medium);

    private static Task<Request> RequestAsync(KilledBot bot, string owner) =>
        bot.ReadAsync(async db => (await new RequestStore(db).OwnAsync($"aad-{owner}", 1, CancellationToken.None)).Single());

    private static Task<RecoveryEvent> EventAsync(KilledBot bot, string system) =>
        bot.ReadAsync(async db =>
            (await new RecoveryStore(db).OpenAsync(RecoveryStore.AnyTenant, 10, CancellationToken.None))
                .Single(drEvent => drEvent.Systems.Any(it => it.Primary == system)));
}
