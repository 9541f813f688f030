using System.Security.Claims;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace ChatOpsBot.Connector.Incoming;

/// <summary>
/// The SDK's adapter behind the endpoint's own checks. It is given no log: the SDK's lines at level Information are not needed, and only
/// the lines of <see cref="Log"/> are known to hold no text of people.
/// </summary>
internal sealed class TeamsAdapter(TeamsAuthentication authentication, TeamsBot bot) : CloudAdapter(authentication)
{
    private static readonly ClaimsIdentity Sender = new("Bot Connector");

    /// <returns>Null for everything but an invoke.</returns>
    public Task<InvokeResponse?> ProcessAsync(Activity activity, CancellationToken cancellationToken)
    {
        // Who sent it is proven already, by the Gate: the SDK would check the token after it has read the body.
        var proven = new AuthenticateRequestResult { ClaimsIdentity = Sender, ConnectorFactory = authentication.Clients };

        // Kept from the SDK until the bot has its turn: it would set the culture of the thread to the sender's, and all that follows would
        // compare and format by a culture that nothing here asked for.
        var locale = activity.Locale;
        activity.Locale = null;
        return ProcessActivityAsync(
            proven,
            activity,
            (turn, cancel) =>
            {
                turn.Activity.Locale = locale;
                return bot.OnTurnAsync(turn, cancel);
            },
            cancellationToken)!;
    }

    /// <summary>
    /// Takes the response to an invoke. Messages go out through the <see cref="Outgoing.ConnectorClient"/>, which keeps the pace.
    /// </summary>
    /// <exception cref="NotSupportedException">Something else is to be sent.</exception>
    public override Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken) =>
        activities is [{ Type: ActivityTypesEx.InvokeResponse }]
            ? base.SendActivitiesAsync(turnContext, activities, cancellationToken)
            : throw new NotSupportedException("Messages are sent by the ConnectorClient.");
}
