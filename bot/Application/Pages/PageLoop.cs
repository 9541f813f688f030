using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Pages;

/// <summary>Looks at the folder of pages: once before the first question, then every few seconds.</summary>
internal sealed class PageLoop(PageFolder folder, IOptions<PageOptions> options, TimeProvider time, ILogger<PageLoop> log)
    : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await folder.LookAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => string.IsNullOrWhiteSpace(options.Value.Pages)
        ? Task.CompletedTask
        : new RepeatedWork(time) { Pause = options.Value.LookEvery, Failed = log.PagesNotLookedAt }.RunAsync(
            folder.LookAsync, stoppingToken);
}
