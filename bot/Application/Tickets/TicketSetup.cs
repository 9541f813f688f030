namespace ChatOpsBot.Application.Tickets;

internal static class TicketSetup
{
    /// <summary>How people work on tickets of the local desk.</summary>
    public static IServiceCollection AddTickets(this IServiceCollection services) => services
        .AddSingleton<DeskStaff>()
        .AddSingleton<DeskPageReader>()
        .AddSingleton<TicketWork>();
}
