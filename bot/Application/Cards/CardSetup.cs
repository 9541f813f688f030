namespace ChatOpsBot.Application.Cards;

internal static class CardSetup
{
    /// <summary>Keeps track of the cards that were sent, and updates them.</summary>
    public static IServiceCollection AddCards(this IServiceCollection services) => services
        .AddSingleton<RenderedVersions>()
        .AddSingleton<CardRefresher>()
        .AddSingleton<PersonalCards>();
}
