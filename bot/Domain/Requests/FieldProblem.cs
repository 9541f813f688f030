using ChatOpsBot.Domain.Requests.Fields;

namespace ChatOpsBot.Domain.Requests;

/// <summary>A value that is right by itself and does not go with the others.</summary>
/// <param name="Field">Where it is shown.</param>
public sealed record FieldProblem(Field Field, Problem Problem);
