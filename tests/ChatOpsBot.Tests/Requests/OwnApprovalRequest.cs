using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Approvals;
using ChatOpsBot.Domain.Requests.Fields;
using ChatOpsBot.Domain.Systems;

namespace ChatOpsBot.Tests.Requests;

/// <summary>A request type that asks nothing but an approval.</summary>
internal sealed class OwnApprovalRequest(ApprovalNeed? need) : RequestType
{
    public override string Id => "restore";

    public override int Order => 1;

    public override string Prefix => "RST";

    public override string Task => "Backup";

    public override IReadOnlyList<Field> Fields => [];

    public override string Subject(Answers answers) => "An approval";

    public override Severity SeverityOf(Answers answers, FieldContext context) => Severity.Medium;

    public override ApprovalNeed? Approval(Answers answers, Inventory systems) => need;
}
