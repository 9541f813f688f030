using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Approvals;
using ChatOpsBot.Domain.Requests.Fields;
using ChatOpsBot.Domain.Systems;

namespace ChatOpsBot.Tests.Requests;

/// <summary>A request type that asks for one thing and needs the approval that a test gives it. Its words are those of a restore.</summary>
internal sealed class OwnApprovalRequest(ApprovalNeed? need) : RequestType
{
    public static readonly TextField Asked = new("lpar") { Longest = 80 };

    public override string Id => "restore";

    public override int Order => 1;

    public override string Prefix => "RST";

    public override string Task => "Backup and Restore";

    public override IReadOnlyList<Field> Fields => [Asked];

    public override string Subject(Answers answers) => "An approval";

    public override Severity SeverityOf(Answers answers, FieldContext context) => Severity.Medium;

    public override ApprovalNeed? Approval(Answers answers, Inventory systems) => need;

    public override Declaration Declares(Answers answers, Request request, Person approver) => new()
    {
        Kind = RecoveryKind.PlannedSwitch,
        Systems = [new("LPAR1", null)],
        By = request.Owner,
        ApprovedBy = approver,
        Request = request.Id,
    };
}
