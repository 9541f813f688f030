using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests.Approvals;
using ChatOpsBot.Domain.Requests.Fields;
using ChatOpsBot.Domain.Systems;
using NodaTime;

namespace ChatOpsBot.Domain.Requests;

/// <summary>
/// The definition of one kind of request: what is asked, what is checked, what has to be confirmed and by whom, and the ticket that
/// comes of it. Data and pure functions; cards, questions and tickets are made from it.
/// </summary>
public abstract class RequestType
{
    /// <summary>The id in cards, settings, words and the command line; never changes.</summary>
    public abstract string Id { get; }

    /// <summary>The place among the types wherever they are listed; lower comes first.</summary>
    public abstract int Order { get; }

    /// <summary>The letters its keys begin with.</summary>
    public abstract string Prefix { get; }

    /// <summary>Every prefix its keys may have.</summary>
    public virtual IReadOnlyList<string> Prefixes => [Prefix];

    /// <summary>The row of the matrix, by its task, that says who carries it out.</summary>
    public abstract string Task { get; }

    /// <summary>The row names it among the duties of the requester's side: whoever is told of the row is offered the request.</summary>
    public virtual bool IsInRow => true;

    /// <summary>Of the row's duties some stay with the requester once the ticket is filed, and are shown with it.</summary>
    public virtual bool LeavesDuties => false;

    /// <summary>What is asked, in order.</summary>
    public abstract IReadOnlyList<Field> Fields { get; }

    /// <summary>What the slots of a sentence say, by field id: by the fields' own slots where a type knows no better.</summary>
    public virtual IReadOnlyDictionary<string, string> FromSlots(IReadOnlyDictionary<string, string> slots) => Fields
        .Where(field => field.Slot is not null && slots.ContainsKey(field.Slot))
        .ToDictionary(field => field.Id, field => slots[field.Slot!]);

    /// <summary>The prefix that goes with what was answered: a drill is not to be taken for the real thing.</summary>
    public virtual string PrefixFor(Answers answers) => Prefix;

    /// <summary>
    /// Values that follow from the answers and the systems there are, as they would be typed, by field id. They are filled in where nothing
    /// was typed, and saved with the answers: what was confirmed does not change with the list of systems.
    /// </summary>
    public virtual IReadOnlyDictionary<string, string> Known(Answers answers, Inventory systems) => new Dictionary<string, string>();

    /// <summary>What every card of it says first; null for nothing.</summary>
    public virtual Problem? Notice(Answers answers, Request request) => null;

    /// <summary>What does not go together, beyond what each field checks by itself.</summary>
    public virtual IEnumerable<FieldProblem> Check(Answers answers, FieldContext context) => [];

    /// <summary>What a request that was confirmed once cannot become by editing it.</summary>
    /// <param name="key">The key it was confirmed under.</param>
    public virtual IEnumerable<FieldProblem> CheckConfirmed(Answers answers, string key) => [];

    /// <summary>
    /// Where IBM reaches somebody at any hour, of a request that cannot wait; null for every other. IBM works around the clock only while
    /// it can (IBM Cloud documentation, case severity).
    /// </summary>
    public virtual string? CallbackOf(Answers answers) => null;

    /// <summary>What is allowed and worth a word on the review.</summary>
    public virtual IEnumerable<Problem> Warnings(Answers answers, FieldContext context) => [];

    /// <summary>What has to be confirmed one by one before it is filed.</summary>
    public virtual IEnumerable<Risk> Risks(Answers answers, FieldContext context) => [];

    /// <summary>The role that approves requests of this type, such as <c>restore-approver</c>.</summary>
    public virtual string ApproverRole => $"{Id}-approver";

    /// <summary>Whose approval it needs; null for none. Asked of an empty form as well: which role the settings should know.</summary>
    public virtual ApprovalNeed? Approval(Answers answers, Inventory systems) => null;

    /// <summary>What its owner is to be told at some later time, while the request still stands as it was filed.</summary>
    public virtual IEnumerable<Reminder> Reminders(Answers answers) => [];

    /// <summary>When what it grants ends by itself; null where it grants nothing for a time.</summary>
    public virtual Instant? EndOf(Answers answers) => null;

    /// <summary>The field that says why it is asked for; null for none.</summary>
    public virtual Field? JustifiedBy => null;

    /// <summary>The field for whatever else the desk should know; null for none.</summary>
    public virtual Field? Remarks => null;

    /// <summary>
    /// The answers of a request that takes back what this one grants, by field id as they would be typed; null where nothing can be taken
    /// back.
    /// </summary>
    public virtual IReadOnlyDictionary<string, string>? Revocation(Answers answers) => null;

    /// <summary>What it works on, such as <c>LPAR1/PRODLIB</c>: two open requests that touch the same are pointed out.</summary>
    public virtual IEnumerable<string> AffectedObjects(Answers answers) => [];

    /// <summary>Once it is approved, a DR event begins.</summary>
    public virtual bool OpensEvent => false;

    /// <summary>The declaration that an approved request is; null for none.</summary>
    /// <param name="approver">The second person.</param>
    public virtual Declaration? Declares(Answers answers, Request request, Person approver) => null;

    /// <summary>What an event says of its request, by field id.</summary>
    public virtual IReadOnlyDictionary<string, string> FromEvent(RecoveryEvent drEvent) => new Dictionary<string, string>();

    public abstract Severity SeverityOf(Answers answers, FieldContext context);

    /// <summary>The ticket's subject, without the key. In English, as the desk reads it.</summary>
    public abstract string Subject(Answers answers);
}
