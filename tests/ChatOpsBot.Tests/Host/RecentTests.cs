using ChatOpsBot.Application;
using Microsoft.Extensions.Time.Testing;

namespace ChatOpsBot.Tests.Host;

public sealed class RecentTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly Recent<string> _recent;

    public RecentTests() => _recent = new(_clock, TimeSpan.FromMinutes(1), atMost: 3);

    [Fact]
    public void What_is_known_is_not_made_again()
    {
        Assert.Equal("first", _recent.GetOrAdd("key", () => "first"));
        Assert.Equal("first", _recent.GetOrAdd("key", () => "second"));
    }

    [Fact]
    public void It_is_forgotten_when_its_time_is_over()
    {
        _recent.Set("key", "first");
        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.True(_recent.TryGet("key", out _));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(_recent.TryGet("key", out _));
    }

    [Fact]
    public void Setting_it_anew_starts_its_time_anew()
    {
        _recent.Set("key", "first");
        _clock.Advance(TimeSpan.FromSeconds(40));
        _recent.Set("key", "second");
        _clock.Advance(TimeSpan.FromSeconds(40));
        Assert.True(_recent.TryGet("key", out var kept));
        Assert.Equal("second", kept);
    }

    [Fact]
    public void The_oldest_goes_when_there_is_no_room()
    {
        foreach (var key in new[] { "a", "b", "c", "d" })
            _recent.Set(key, key);

        Assert.False(_recent.TryGet("a", out _));
        Assert.True(_recent.TryGet("b", out _));
        Assert.True(_recent.TryGet("d", out _));
    }
}
