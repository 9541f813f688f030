using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Pages;

/// <summary>Looks at the folder of pages: once before the first question, then every few seconds.</summary>
internal sealed class PageLoop(PageFolder folder, IOptions<PageOptions> options, TimeProvider time, ILogger<PageLoop> log)
    : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await folder.LookAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The matrix answers without; the folder is looked at again soon.
            log.PagesNotLookedAt(fault);
        }

        await base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => string.IsNullOrWhiteSpace(options.Value.Pages)
        ? Task.CompletedTask
        : new RepeatedWork(time) { Pause = options.Value.LookEvery, Failed = log.PagesNotLookedAt }.RunAsync(
            folder.LookAsync, stoppingToken);
}
