namespace ChatOpsBot.Domain.Understanding.Trade;

/// <summary>What asks for a request.</summary>
/// <param name="Request">Id of the request type.</param>
/// <param name="Task">Row whose duty of the client the request carries out.</param>
/// <param name="Says">Sets of concepts; one of them, said together, is enough.</param>
internal sealed record RequestCue(string Request, string Task, IReadOnlyList<IReadOnlyList<string>> Says);
