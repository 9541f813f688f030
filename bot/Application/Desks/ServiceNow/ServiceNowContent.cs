namespace ChatOpsBot.Application.Desks.ServiceNow;

/// <summary>What a call writes.</summary>
/// <param name="Type">A media type without parameters.</param>
internal sealed record ServiceNowContent(ReadOnlyMemory<byte> Bytes, string Type);
