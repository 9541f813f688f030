using ChatOpsBot.Application.Desks.IbmCloud;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Sandbox.IbmCloud;
using ChatOpsBot.Tests.Host;

namespace ChatOpsBot.Tests.Tickets.IbmCloud;

/// <summary>What <c>doctor</c> says of the desk, and of its settings.</summary>
public sealed class IbmCheckTests
{
    [Fact]
    public async Task A_desk_that_would_take_a_case_is_good()
    {
        await using var bench = await IbmBench.StartAsync();
        await bench.FiledAsync();
        Assert.Equal(
            [
                new DeskCheck(IsGood: true, "cases are about IBM i Managed on PowerVS (managed-powervs)."),
                new DeskCheck(IsGood: true, "IBM Cloud takes the API key."),
                new DeskCheck(IsGood: true, "cases can be read; 1 on the first page."),
                new DeskCheck(IsGood: true, "support plan Premium."),
            ],
            await bench.Desk.CheckAsync(IbmBench.Cancel));
        Assert.Equal(1, bench.Ibm.Count("create"));
    }

    [Fact]
    public async Task Each_trouble_says_what_to_change()
    {
        await using var wrong = await IbmBench.StartAsync(("Desk:IbmCloud:ApiKey", "wrong"), ("Desk:IbmCloud:Offering:Key", ""));
        Assert.Equal(
            [
                new DeskCheck(IsGood: false, "no offering, and IBM takes no technical case without one: set Desk:IbmCloud:Offering:Name and Key as the Support Center's form for a new case has them."),
                new DeskCheck(IsGood: false, "no token: IBM: token, HTTP 400, BXNIM0415E. Check Desk:IbmCloud:ApiKey and TokenUrl."),
            ],
            await wrong.Desk.CheckAsync(IbmBench.Cancel));

        await using var bench = await IbmBench.StartAsync();
        bench.Ibm.Next("list", FakeIbmFaults.Error(403, "No.", "forbidden"));
        Assert.Equal(
            new DeskCheck(IsGood: false, "cases cannot be read: IBM: list, HTTP 403, forbidden. The service id needs the role Editor on the Support Center, and Viewer on User Management."),
            (await bench.Desk.CheckAsync(IbmBench.Cancel))[^1]);
        Assert.Equal((true, true), ((await PlanAsync(bench, "Premium")).IsGood, (await PlanAsync(bench, "Advanced")).IsGood));
        Assert.Equal(
            new DeskCheck(IsGood: false, "support plan Basic, which has no technical cases: IBM will refuse them. The account needs Advanced or Premium."),
            await PlanAsync(bench, "Basic"));
    }

    [Fact]
    public async Task Doctor_tells_it()
    {
        await using var ibm = await FakeIbmCloud.StartAsync();
        var settings = ibm.Settings.Where(it => it.Key != "Desk:IbmCloud:Offering:Key")
            .Select(it => (it.Key.Replace(":", "__", StringComparison.Ordinal), it.Value));
        var (code, output, _) = await BotProcess.RunAsync(["--dev", "doctor"], "", [.. settings]);
        Assert.Equal(1, code);
        Assert.Contains("IBM Cloud Support Center: no offering", output, StringComparison.Ordinal);
        Assert.Contains("IBM Cloud Support Center: IBM Cloud takes the API key.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_route_to_a_desk_that_is_not_set_up_is_a_fault()
    {
        var (code, output, _) = await BotProcess.RunAsync(["--dev", "doctor"], "", ("Desk__Kind", "IbmCloud"));
        Assert.Equal(1, code);
        Assert.Contains("requests go to IbmCloud, but Desk:IbmCloud is not set up.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_wrong_setting_is_named()
    {
        var (code, output, _) = await BotProcess.RunAsync(
            ["--dev", "doctor"],
            "",
            ("Desk__IbmCloud__BaseUrl", "http://support.example/v1"),
            ("Desk__IbmCloud__TokenUrl", "nowhere"),
            ("Desk__IbmCloud__CasePage", "https://support.example/"),
            ("Desk__IbmCloud__Severities__High", "5"),
            ("Desk__IbmCloud__Offering__Kye", "x"));
        Assert.Equal(1, code);
        Assert.Contains("Desk:IbmCloud:BaseUrl must begin with https.", output, StringComparison.Ordinal);
        Assert.Contains("Desk:IbmCloud:TokenUrl is not an address.", output, StringComparison.Ordinal);
        Assert.Contains("Desk:IbmCloud:CasePage must be an address with {number} in it.", output, StringComparison.Ordinal);
        Assert.Contains("Desk:IbmCloud:Severities:High must be from 1 to 4.", output, StringComparison.Ordinal);
        Assert.Contains("Desk:IbmCloud:Offering:Kye is not a setting. Did you mean Desk:IbmCloud:Offering:Key?", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_and_tokens_do_not_show_what_is_secret()
    {
        Assert.DoesNotContain("4711", new IbmCloudOptions { ApiKey = "key-4711" }.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("4711", new IbmToken("t-4711", default, default, []).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("4711", new IbmTokenAnswer { AccessToken = "t-4711" }.ToString(), StringComparison.Ordinal);
    }

    private static async Task<DeskCheck> PlanAsync(IbmBench bench, string plan)
    {
        bench.Ibm.Plan = plan;
        bench.Ibm.Add("one more");
        return (await bench.Desk.CheckAsync(IbmBench.Cancel))[^1];
    }
}
