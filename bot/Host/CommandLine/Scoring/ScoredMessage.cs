using ChatOpsBot.Domain.Understanding;
using ChatOpsBot.Domain.Understanding.Labels;

namespace ChatOpsBot.Host.CommandLine.Scoring;

/// <summary>A labelled message and what the bot made of it.</summary>
/// <param name="Told">What was understood, in a line: "who, Monitoring, ibm".</param>
/// <param name="Overlap">Likeness to the most similar message that was learned from, from 0 to 1; null where that was not given.</param>
internal sealed record ScoredMessage(
    LabelledMessage Message, string Language, string Told, Verdict Verdict, double? Overlap, Explanation Why);
