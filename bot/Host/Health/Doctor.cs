using System.Data.Common;
using ChatOpsBot.Application.People.Roles;
using ChatOpsBot.Connector;
using ChatOpsBot.Connector.Trust;
using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Systems;
using ChatOpsBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host.Health;

/// <summary>Looks at everything the bot needs, from the place it would run at. Changes nothing but the database's tables.</summary>
internal static class Doctor
{
    public static async Task<IReadOnlyList<Finding>> ExamineAsync(IServiceProvider services, CancellationToken cancel)
    {
        var settings = Settings(services);
        if (settings.Any(finding => finding.State == FindingState.Fault))
            return [.. settings, new("database, tokens", FindingState.Open, "not checked; fix the configuration first.")];

        var database = await DatabaseAsync(services, cancel);
        // Who was granted a role in a chat counts like who is listed.
        if (database.State == FindingState.Good)
            await services.GetRequiredService<RoleRefresh>().ReadAsync(cancel);
        var groups = await GroupFindings.FindingsAsync(services, cancel);
        return
        [
            .. settings,
            Matrix(services.GetRequiredService<MatrixLibrary>()),
            .. await PageFindings.FindingsAsync(services, cancel),
            Systems(services.GetRequiredService<Inventory>()),
            .. groups,
            .. ApprovalFindings.Findings(services),
            .. RecoveryFindings.Roles(services),
            database,
            .. database.State == FindingState.Good ? await WaitingAsync(services, cancel) : [],
            .. TelemetryFindings.Findings(services),
            await LanguageModelFindings.FindingAsync(services, cancel),
            .. await DeskFindings.FindingsAsync(services, cancel),
            .. await TokensAsync(services, cancel),
        ];
    }

    private static async Task<Finding[]> WaitingAsync(IServiceProvider services, CancellationToken cancel) =>
    [
        await OutboxFindings.FindingAsync(services, cancel),
        await RetentionFindings.FindingAsync(services, cancel),
        await RecoveryFindings.AnnouncementsAsync(services, cancel),
        await RecoveryFindings.DispatcherAsync(services, cancel),
    ];

    private static Finding[] Settings(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            return [new("configuration", FindingState.Good, "all settings are valid.")];
        }
        catch (OptionsValidationException fault)
        {
            return [.. fault.Failures.Select(failure => new Finding("configuration", FindingState.Fault, failure))];
        }
        catch (AggregateException faults) when (faults.InnerExceptions.All(fault => fault is OptionsValidationException))
        {
            return [.. faults.InnerExceptions.Cast<OptionsValidationException>()
                .SelectMany(fault => fault.Failures).Select(failure => new Finding("configuration", FindingState.Fault, failure))];
        }
    }

    private static Finding Matrix(MatrixLibrary library) =>
        new("matrix", FindingState.Good, $"{library.In("en").Rows.Count} rows, in {string.Join(", ", library.Languages.Order())}.");

    private static Finding Systems(Inventory inventory) =>
        inventory.IsEmpty
            ? new(
                "systems",
                FindingState.Open,
                "none configured, so any valid LPAR name is accepted. List them in Systems:Lpars or Systems:File.")
            : new(
                "systems",
                FindingState.Good,
                $"{inventory.All.Count} listed, {inventory.All.Count(lpar => lpar.IsProduction)} production, {inventory.All.Count(lpar => lpar.HasDr)} with DR.");

    private static async Task<Finding> DatabaseAsync(IServiceProvider services, CancellationToken cancel)
    {
        var options = services.GetRequiredService<IOptions<StorageOptions>>().Value;
        try
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(cancel);
            // A mistyped path is to be seen, not made.
            if (options.Provider is StorageProvider.Sqlite
                && SqliteFile.Of(db.Database.GetConnectionString()) is { } file && !File.Exists(file))
                return new(
                    "database", FindingState.Open, $"there is none at {Path.GetFullPath(file)} yet; the bot makes it when it first starts.");

            await DatabaseStart.PrepareAsync(db, cancel);
            await using var trial = await db.Database.BeginTransactionAsync(cancel);
            db.SeenActivities.Add(new() { Key = $"doctor {Guid.NewGuid():N}", At = TimeProvider.System.GetUtcNow() });
            await db.SaveChangesAsync(cancel);
            await trial.RollbackAsync(cancel);
            return new("database", FindingState.Good, $"{options.Provider} opens, is up to date and accepts writes.");
        }
        catch (Exception fault) when (fault is DbException or DbUpdateException or StartFaultException)
        {
            return new(
                "database",
                FindingState.Fault,
                $"{fault.GetBaseException().Message.ReplaceLineEndings(" ")} Check Storage:ConnectionString.");
        }
    }

    private static async Task<Finding[]> TokensAsync(IServiceProvider services, CancellationToken cancel)
    {
        if (services.GetRequiredService<LocalPlaygroundMode>().IsOn)
            return
            [
                new(
                    "tokens",
                    FindingState.Open,
                    "not checked: local mode accepts activities without a token. Set Teams:AppId to connect to Teams."),
            ];

        var options = services.GetRequiredService<IOptions<ConnectorOptions>>().Value;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(options.SignInTimeLimit);
        return
        [
            .. await IncomingAsync(services, options, limit.Token),
            await OutgoingAsync(services.GetRequiredService<IAccessTokenProvider>(), options, limit.Token),
        ];
    }

    private static async Task<IReadOnlyList<Finding>> IncomingAsync(
        IServiceProvider services, ConnectorOptions options, CancellationToken cancel)
    {
        try
        {
            using var client = services.GetRequiredService<IHttpClientFactory>().CreateClient();
            using var answer = await client.GetAsync(new Uri(options.OpenIdMetadata), cancel);
            answer.EnsureSuccessStatusCode();
            Finding keys = new("incoming tokens", FindingState.Good, "the signing keys are published.");
            return [keys, .. ClockFindings.Findings(answer.Headers.Date, services.GetRequiredService<TimeProvider>().GetUtcNow())];
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException)
        {
            return
            [
                new(
                    "incoming tokens",
                    FindingState.Fault,
                    $"{options.OpenIdMetadata} cannot be reached: {fault.Message} Allow outgoing connections to it."),
            ];
        }
    }

    private static async Task<Finding> OutgoingAsync(
        IAccessTokenProvider signIn, ConnectorOptions options, CancellationToken cancel)
    {
        try
        {
            await signIn.GetTokenAsync(cancel);
            return new("outgoing tokens", FindingState.Good, "the bot can sign in.");
        }
        catch (Exception fault) when (fault is SignInException or OperationCanceledException)
        {
            return new(
                "outgoing tokens",
                FindingState.Fault,
                $"the bot cannot sign in at {(options.ManagedIdentity ? "the machine's identity endpoint" : options.SignInAuthority)}: {fault.Message.ReplaceLineEndings(" ")} Check Teams:AppId, Teams:TenantId, the credentials and outgoing connections.");
        }
    }
}
