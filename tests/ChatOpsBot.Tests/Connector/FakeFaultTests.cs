using System.Net.Sockets;
using System.Text;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Connector;

/// <summary>What the faults of the fake Teams put on the wire: the rows of the fault suite are worth what these say.</summary>
public sealed class FakeFaultTests
{
    private const string Body = """{"type":"message","text":"hello"}""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_broken_line_carries_no_byte_of_an_answer_and_the_message_was_taken()
    {
        await using var teams = await FakeTeams.StartAsync();
        Assert.StartsWith("HTTP/1.1 201 Created", (await PostAsync(teams)).Answer, StringComparison.Ordinal);
        teams.Always(FakeFault.DropAfterAccepting());
        Assert.Equal(("", true), await PostAsync(teams));
        Assert.Equal(2, teams.Messages.Count);
    }

    [Fact]
    public async Task A_page_of_HTML_is_one_and_the_message_was_not_taken()
    {
        await using var teams = await FakeTeams.StartAsync();
        teams.Always(FakeFault.AnswerPage("<html><body>Sign in</body></html>"));
        var (answer, isBroken) = await PostAsync(teams);
        var (head, page) = (answer.Split("\r\n\r\n")[0], answer.Split("\r\n\r\n", 2)[1]);
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", head, StringComparison.Ordinal);
        Assert.Contains("Content-Type: text/html; charset=utf-8", head, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<html><body>Sign in</body></html>", page, StringComparison.Ordinal);
        Assert.False(isBroken);
        Assert.Empty(teams.Messages);
    }

    [Fact]
    public async Task Who_hangs_says_nothing_and_keeps_the_line_open()
    {
        await using var teams = await FakeTeams.StartAsync();
        teams.Always(FakeFault.Hang());
        var call = PostAsync(teams);
        await teams.NextCallAsync(Cancel);
        await Assert.ThrowsAsync<TimeoutException>(() => call.WaitAsync(TimeSpan.FromSeconds(1), Cancel));
        Assert.Empty(teams.Messages);
    }

    /// <summary>All that comes back until the line is closed, and whether it was torn down.</summary>
    private static async Task<(string Answer, bool IsBroken)> PostAsync(FakeTeams teams)
    {
        using var line = new TcpClient();
        await line.ConnectAsync(teams.Address.Host, teams.Address.Port, Cancel);
        await using var stream = line.GetStream();
        var request =
            "POST /emea/v3/conversations/a:ana/activities HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + $"Content-Type: application/json\r\nContent-Length: {Body.Length}\r\n\r\n{Body}";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), Cancel);
        using var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer, Cancel);
            return (Encoding.UTF8.GetString(answer.ToArray()), answer.Length == 0);
        }
        catch (IOException)
        {
            return (Encoding.UTF8.GetString(answer.ToArray()), true);
        }
    }
}
