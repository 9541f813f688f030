namespace ChatOpsBot.Host;

/// <summary>The bot cannot start for a reason that its operator can mend: the message is one line that says what to do.</summary>
public sealed class StartFaultException(string message, Exception? cause = null) : Exception(message, cause);
