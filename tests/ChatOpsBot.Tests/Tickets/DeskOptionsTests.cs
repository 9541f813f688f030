using ChatOpsBot.Tests.Host;

namespace ChatOpsBot.Tests.Tickets;

public sealed class DeskOptionsTests
{
    [Fact]
    public async Task Every_wrong_setting_of_the_desk_is_named()
    {
        var (code, output, _) = await BotProcess.RunAsync(["--dev", "doctor"], "", ("Desk__Kind", "Jira"), ("Desk__TimeLimit", "00:02:00"));
        Assert.Equal(1, code);
        Assert.Contains("Desk:Kind is 'Jira', but must be one of Local, IbmCloud, ServiceNow, Webhook, Mail.", output, StringComparison.Ordinal);
        Assert.Contains("Desk:TimeLimit must be more than 0 and at most 00:01:00.", output, StringComparison.Ordinal);
    }
}
