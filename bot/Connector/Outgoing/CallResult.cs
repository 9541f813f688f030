namespace ChatOpsBot.Connector.Outgoing;

/// <summary>How one call ended.</summary>
/// <param name="Failure">Null when Teams accepted it.</param>
/// <param name="Body">What Teams answered, where it could be read.</param>
internal readonly record struct CallResult<T>(SendOutcome? Failure, T? Body = null)
    where T : class;
