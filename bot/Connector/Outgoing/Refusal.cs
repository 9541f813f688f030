namespace ChatOpsBot.Connector.Outgoing;

/// <summary>
/// Why Teams refused for good, by the error codes of the Teams documentation ("Send and receive messages with a bot", status codes
/// from bot conversational APIs).
/// </summary>
public enum Refusal
{
    /// <summary>400: the request itself is wrong; a bug of this bot.</summary>
    BadRequest,

    /// <summary>401: Teams does not know this bot or its token.</summary>
    BotNotRegistered,

    /// <summary>403 BotDisabledByAdmin: stop for the whole tenant.</summary>
    DisabledByAdmin,

    /// <summary>403 BotNotInConversationRoster: not, or no longer, installed there; wait for an installation.</summary>
    BotNotInRoster,

    /// <summary>403 ConversationBlockedByUser or MessageWritesBlocked: drop this target until installed again.</summary>
    BlockedByUser,

    /// <summary>403 InvalidBotApiHost: the conversation lives in another cloud.</summary>
    WrongCloud,

    /// <summary>403 of any other kind, NotEnoughPermissions among them.</summary>
    NotPermitted,

    /// <summary>404 ActivityNotFoundInConversation: the message to change is gone; post a new one.</summary>
    ActivityGone,

    /// <summary>404 ConversationNotFound: drop this target.</summary>
    ConversationGone,

    /// <summary>413: the message is too big.</summary>
    TooBig,

    /// <summary>This side refused: the service URL is not on the list of allowed hosts. No token was sent.</summary>
    HostNotAllowed,

    /// <summary>Any other 4xx, or a redirect (never followed).</summary>
    Other,
}
