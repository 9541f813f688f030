using System.Text.RegularExpressions;
using ChatOpsBot.Domain.Requests.Desk;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Desks.IbmCloud;

/// <summary>What a case is to the bot: a ticket, and what IBM wrote into it.</summary>
internal sealed partial class CaseTickets(IbmTokens tokens, IOptions<IbmCloudOptions> options)
{
    /// <summary>A case with a long history is not read out: the newest, of which a card shows the last words.</summary>
    private const int MostComments = 50;

    public DeskAnswer.Done Done(Case read) => new(Ticket(read)) { Comments = Comments(read) };

    public TicketUpdate Update(Case read) => new(Ticket(read), Comments(read));

    /// <summary>A case that was just made and does not say how it stands is new; any other is worked on.</summary>
    public DeskAnswer.Done Made(Case made) => Done(string.IsNullOrWhiteSpace(made.Status) ? made with { Status = "New" } : made);

    // By IBM's clock alone: a time of ours would hide what IBM does next where ours is ahead.
    private FiledTicket Ticket(Case read) => new(
        read.Number!, CaseStates.Ours(CaseStates.Read(read.Status)), read.Updated ?? DateTimeOffset.UnixEpoch)
    {
        Desk = DeskKind.IbmCloud,
        Word = CaseStates.Word(read.Status),
        Link = options.Value.PageOf(read.Number!),
    };

    private List<DeskComment> Comments(Case read)
    {
        var at = read.Updated ?? DateTimeOffset.UnixEpoch;
        var comments = (read.Comments ?? []).OfType<CaseComment>()
            .Where(comment => !string.IsNullOrWhiteSpace(comment.Value) && !IsOwn(comment, read))
            .Select(comment => new DeskComment(Case.Time(comment.AddedAt) ?? at, comment.AddedBy?.Name, comment.Value!.Trim()))
            .TakeLast(MostComments)
            .ToList();
        // How it ended may stand there alone.
        if (CaseStates.Read(read.Status) is CaseStatus.Resolved or CaseStatus.Closed
            && read.CloseNotes?.Trim() is { Length: > 0 } notes && !IsOwn(notes) && !comments.Exists(comment => comment.Text == notes))
            comments.Add(new(at, By: null, notes));
        return comments;
    }

    // The bot made the case: who made it is the bot, whatever its token says. The words alone have to do where IBM does not say who.
    private bool IsOwn(CaseComment comment, Case read) =>
        IsOwn(comment.Value!)
        || (comment.AddedBy?.UserId is { Length: > 0 } by
            && tokens.OwnIds.Append(read.CreatedBy?.UserId ?? "").Any(own => Bare(own).Equals(Bare(by), StringComparison.OrdinalIgnoreCase)));

    private static bool IsOwn(string text) =>
        text.StartsWith(CaseWords.Changed, StringComparison.Ordinal) || text == CaseWords.Withdrawn
        || text.StartsWith(CaseWords.Duplicate, StringComparison.Ordinal) || Reply().IsMatch(text);

    // IAM puts its realm before the id.
    private static string Bare(string id) => id.StartsWith("iam-", StringComparison.OrdinalIgnoreCase) ? id[4..] : id;

    /// <summary>See <see cref="DeskReply.Comment"/>.</summary>
    [GeneratedRegex(@"\(Teams\) \[[^\[\]\s]{1,40}\]\s*$")]
    private static partial Regex Reply();
}
