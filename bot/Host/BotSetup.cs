using ChatOpsBot.Application.Desks;
using ChatOpsBot.Application.Files;
using ChatOpsBot.Application.LanguageModel;
using ChatOpsBot.Application.Pages;
using ChatOpsBot.Application.Recovery;
using ChatOpsBot.Application.Settings;
using ChatOpsBot.Application.Settings.Systems;
using ChatOpsBot.Application.Turns;
using ChatOpsBot.Connector.Trust;
using ChatOpsBot.Dialogs;
using ChatOpsBot.Dialogs.Catalog;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Help;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Dialogs.Responsibility;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Approvals;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Domain.Systems;
using ChatOpsBot.Domain.Understanding;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host;

internal static class BotSetup
{
    /// <summary>What understands and answers, the same in Teams and in the terminal.</summary>
    public static IServiceCollection AddBot(this IServiceCollection services, MatrixLibrary library)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSettings<ContactOptions>(ContactOptions.Section);
        services.AddSettings<TurnOptions>(TurnOptions.Section);
        services.AddLanguageModel();
        services.AddSystems();
        services.AddSingleton(library);
        services.AddPages();
        services.AddSingleton(_ => WordsCatalog.Load());
        services.AddSingleton(_ => new SentenceReader(library));
        services.AddSingleton(TimeZoneOf);
        services.AddSingleton<CommandReader>();
        services.AddSingleton<TurnMaker>();
        services.AddSingleton(RequestTypes.All);
        services.TryAddSingleton(new RequestKeys(RequestTypes.Prefixes(RequestTypes.All)));
        services.TryAddSingleton(new ApprovalPolicy { AnybodyWhereNobodyIsListed = true });
        services.AddEvents();
        services.AddSingleton(Services);
        services.AddSingleton<RequestCards>();
        services.AddSingleton(Dispatcher);
        return services;
    }

    private static void AddSystems(this IServiceCollection services)
    {
        services.AddSettings<SystemsOptions>(
            SystemsOptions.Section,
            SystemsOptions.Keys,
            (options, settings) => options.Read(settings.GetSection(SystemsOptions.Section)));
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<SystemsOptions>>().Value.Inventory);
    }

    private static DefaultTimeZone TimeZoneOf(IServiceProvider services) => DefaultTimeZone.Of(
        services.GetRequiredService<IOptions<TurnOptions>>().Value.TimeZone,
        services.GetService<LocalPlaygroundMode>(),
        services.GetRequiredService<TimeProvider>());

    private static RequestServices Services(IServiceProvider services) => new()
    {
        Types = services.GetRequiredService<IReadOnlyList<RequestType>>(),
        Keys = services.GetRequiredService<RequestKeys>(),
        Systems = services.GetRequiredService<Inventory>(),
        Approvals = services.GetRequiredService<ApprovalPolicy>(),
        // A question on the command line reaches no desk.
        Desks = services.GetService<TicketDesks>()?.Profiles ?? new Dictionary<DeskKind, DeskProfile>(),
        MostFiles = services.GetService<IOptions<RequestFileOptions>>()?.Value.MaxPerRequest ?? 0,
        Support = services.GetService<TicketDesks>()?.Support ?? new(null, null),
        Recovery = services.GetRequiredService<EventTransitions>(),
        Sentences = services.GetRequiredService<SentenceReader>(),
        Words = services.GetRequiredService<WordsCatalog>(),
        Rows = new MatrixRows(services.GetRequiredService<MatrixLibrary>()),
    };

    // A topic registered by itself is asked before the bot's own.
    private static Dispatcher Dispatcher(IServiceProvider services)
    {
        var contact = services.GetRequiredService<IOptions<ContactOptions>>().Value;
        return new Dispatcher(
        [
            .. services.GetServices<ITopic>(),
            .. Topics.All(
                services.GetRequiredService<RequestServices>(),
                services.GetRequiredService<RequestCards>(),
                string.IsNullOrWhiteSpace(contact.Name) ? null : new Contact(contact.Name, contact.ReadLink())),
        ]);
    }
}
