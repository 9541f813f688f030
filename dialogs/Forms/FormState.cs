using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Fields;
using ChatOpsBot.Domain.Times;

namespace ChatOpsBot.Dialogs.Forms;

/// <summary>What a form has and lacks.</summary>
internal sealed class FormState
{
    private readonly Request _request;
    private readonly IReadOnlyList<FieldProblem> _together;

    public FormState(RequestType type, Request request, FieldContext context)
    {
        _request = request;
        Answers = new Answers(request);
        Fields = [.. type.Fields.Where(field => field.AppliesWhen(Answers))];
        _together =
        [
            .. Passed(context),
            .. type.Check(Answers, context),
            .. request.ConfirmedAt is null ? [] : type.CheckConfirmed(Answers, request.Key),
        ];
    }

    public Answers Answers { get; }

    /// <summary>Those that belong to the form with what was answered so far.</summary>
    public IReadOnlyList<Field> Fields { get; }

    public bool IsComplete => Lacking == 0;

    /// <summary>How many fields are in the way of the review.</summary>
    public int Lacking => Fields.Count(Lacks);

    /// <summary>What to ask next: what is wrong first in its place, then what was not answered; null when nothing is left to ask.</summary>
    public Field? Next => Fields.FirstOrDefault(IsNext);

    public Entry? EntryOf(Field field) => _request.Entries.GetValueOrDefault(field.Id);

    /// <summary>What is wrong with a field now, whether or not it has been pointed out; null for nothing.</summary>
    public Problem? ProblemOf(Field field)
    {
        var entry = EntryOf(field);
        if (entry?.Problem is { } problem)
            return problem;
        if (entry?.Choices.Count > 0)
            return Problem.Of("time.Ambiguous");
        return _together.FirstOrDefault(found => found.Field == field)?.Problem
            ?? (field.IsOptional || Answers.Has(field) ? null : Problem.Of("missing"));
    }

    /// <summary>The question that comes before another one in this form; null at the first.</summary>
    public Field? Before(string? asking)
    {
        var asked = Fields.Where(field => IsAsked(field) || field.Id == asking).ToList();
        var at = asked.FindIndex(field => field.Id == asking);
        return at > 0 ? asked[at - 1] : null;
    }

    // A draft may lie for days, and an approval take as long: what was to come when it was said may be over by now.
    private IEnumerable<FieldProblem> Passed(FieldContext context) => Fields.OfType<MomentField>()
        .Where(field => field.Purpose is TimePurpose.Window && Answers.TryGet(field, out var moment) && moment.End < context.Now)
        .Select(field => new FieldProblem(field, Problem.Of("time.NotFuture")));

    private bool IsNext(Field field) => Lacks(field) || (IsAsked(field) && EntryOf(field) is null);

    private bool Lacks(Field field) => ProblemOf(field) is not null;

    // What is usual goes without asking, and so does what most requests do without.
    private bool IsAsked(Field field) => !field.IsFolded && (field.Usual(Answers) is null || EntryOf(field) is not null);
}
