namespace ChatOpsBot.Connector.Trust;

/// <summary>The bot could not sign in. The message is that of the identity library or of the network and says why.</summary>
public sealed class SignInException(string message, Exception cause) : Exception(message, cause);
