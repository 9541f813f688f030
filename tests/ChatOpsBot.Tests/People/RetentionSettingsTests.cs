using ChatOpsBot.Application.Retention;
using ChatOpsBot.Host;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Tests.People;

public sealed class RetentionSettingsTests
{
    [Fact]
    public async Task The_defaults_are_right() => Assert.Empty(await FaultsAsync(new RetentionOptions()));

    [Fact]
    public async Task Every_fault_is_said_at_once_by_key()
    {
        var wrong = new RetentionOptions
        {
            Requests = TimeSpan.Zero,
            Events = TimeSpan.FromDays(40_000),
            Drafts = TimeSpan.FromHours(23),
            DeadLetters = -TimeSpan.FromDays(1),
            LeftPlaces = TimeSpan.Zero,
            Reports = TimeSpan.Zero,
            LookEvery = TimeSpan.FromSeconds(1),
            AtATime = 0,
            Pause = TimeSpan.FromMinutes(1),
        };

        Assert.Equal(
            ["Requests", "Events", "Drafts", "DeadLetters", "LeftPlaces", "Reports", "LookEvery", "AtATime", "Pause"],
            (await FaultsAsync(wrong)).Select(fault => fault.Split(' ')[0].Split(':')[1]));
    }

    private static async Task<IReadOnlyList<string>> FaultsAsync(RetentionOptions options)
    {
        await using var app = BotHost.Build(
            new()
            {
                Environment = "Development",
                Urls = "http://127.0.0.1:0",
                WithPlayground = false,
            });
        return
        [
            .. app
                .Services.GetServices<IValidateOptions<RetentionOptions>>()
                .SelectMany(rule => rule.Validate(null, options).Failures ?? []),
        ];
    }
}
