using ChatOpsBot.Domain.Understanding.Model;

namespace ChatOpsBot.Training;

/// <summary>A message as the model sees it, and what it means.</summary>
internal sealed record Example(IReadOnlySet<Feature> Features, MessageLabel Label);
