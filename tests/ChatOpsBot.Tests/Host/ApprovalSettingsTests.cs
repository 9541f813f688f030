using ChatOpsBot.Domain.Requests.Approvals;
using ChatOpsBot.Host;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Tests.Host;

/// <summary>Who may approve what, as settings say it.</summary>
public sealed class ApprovalSettingsTests
{
    private const string Eva = "0e0e0e0e-aaaa-bbbb-cccc-00000000000e";

    private static readonly (string, string)[] Registered =
    [
        ("Teams:AppId", Guid.NewGuid().ToString()),
        ("Teams:TenantId", Guid.NewGuid().ToString()),
        ("Teams:ClientSecret", "from the environment"),
    ];

    [Fact]
    public async Task Roles_list_people_and_ids_are_those_of_activities()
    {
        var policy = await PolicyAsync(
            "Production",
            [
                .. Registered,
                ("Approvals:Roles:DR-Authority:0", Eva.ToUpperInvariant()),
                ("Approvals:RequiredFor:0", "restore"),
                ("Approvals:RemindAfter", "00:10:00"),
            ]);
        Assert.Equal([Eva], policy.Roles["dr-authority"]);
        Assert.Equal(["restore"], policy.RequiredFor);
        Assert.Equal(TimeSpan.FromMinutes(10), policy.RemindAfter);
        Assert.False(policy.AnybodyWhereNobodyIsListed);
    }

    [Fact]
    public async Task A_role_is_named_in_an_environment_variable_with_underscores()
    {
        var policy = await PolicyAsync(
            "Production",
            [
                .. Registered,
                ("Approvals:Roles:dr_authority:0", Eva),
                ("Approvals:Roles:dr-authority:0", Registered[1].Item2),
                ("Approvals:Roles:it_management:0", Eva),
                ("Approvals:EscalateTo", "it-management"),
            ]);
        Assert.Equal(new[] { Eva, Registered[1].Item2 }.Order(), policy.Roles["dr-authority"].Order());
        Assert.Equal([Eva], policy.Roles[policy.EscalateTo!]);
    }

    [Fact]
    public async Task Local_mode_alone_lets_anybody_else_approve() =>
        Assert.True((await PolicyAsync("Development", [])).AnybodyWhereNobodyIsListed);

    [Fact]
    public async Task All_faults_are_told_with_their_keys()
    {
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            PolicyAsync(
                "Production",
                [
                    .. Registered,
                    ("Approvals:Roles:dr-authority", Eva),
                    ("Approvals:Roles:night-shift:0", "eva@example.com"),
                    ("Approvals:Roles:dr-autority:0", Eva),
                    ("Approvals:RequiredFor:0", "coffee"),
                    ("Approvals:EscalateTo", "management"),
                    ("Approvals:RemindAfter", "01:00:00"),
                    ("Approvals:EscalateAfter", "00:30:00"),
                ]));
        string[] named =
        [
            "Approvals:Roles:dr-authority must be a list; its first item is Approvals:Roles:dr-authority:0.",
            "'eva@example.com'",
            "Approvals:Roles:night-shift is not a role. The roles are administrator, application-owner, backup-approver, desk, dr-authority,",
            "Approvals:Roles:dr-autority is not a role. Did you mean Approvals:Roles:dr-authority?",
            "'coffee'",
            "Approvals:Roles:management lists nobody",
            "Approvals:EscalateAfter must be at least",
        ];
        Assert.Equal(named.Length, fault.Failures.Count());
        Assert.All(named, name => Assert.Contains(fault.Failures, failure => failure.Contains(name, StringComparison.Ordinal)));
    }

    private static async Task<ApprovalPolicy> PolicyAsync(string environment, (string Key, string Value)[] settings)
    {
        var arguments = new BotHostArguments { Environment = environment, Urls = "http://127.0.0.1:0", WithPlayground = false };
        await using var app = BotHost.Build(arguments, builder =>
            builder.Configuration.AddInMemoryCollection(settings.Select(it => KeyValuePair.Create(it.Key, (string?)it.Value))));
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        return app.Services.GetRequiredService<ApprovalPolicy>();
    }
}
