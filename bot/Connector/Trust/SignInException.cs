namespace ChatOpsBot.Connector.Trust;

/// <summary>The bot could not sign in. The message is that of the identity library and says why.</summary>
public sealed class SignInException(string message, Exception cause) : Exception(message, cause);
