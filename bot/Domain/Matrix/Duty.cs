namespace ChatOpsBot.Domain.Matrix;

/// <summary>One responsibility of one party: a single statement of a cell.</summary>
/// <param name="Party">The column it stands in: <see cref="Party.Ibm"/> or <see cref="Party.Client"/>.</param>
/// <param name="Number">Its place in that cell, from 1. Equal in every translation of the same matrix.</param>
/// <param name="Text">The statement as plain text.</param>
public sealed record Duty(Party Party, int Number, string Text);
