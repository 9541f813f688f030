using ChatOpsBot.Connector.Trust;
using ChatOpsBot.Domain.People.Roles;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Settings.Approvals;

internal static class ApprovalSetup
{
    /// <summary>Who may approve what, as settings have it.</summary>
    public static IServiceCollection AddApprovals(this IServiceCollection services)
    {
        services.AddSettings<ApprovalOptions>(ApprovalOptions.Section);
        services.AddSingleton<IValidateOptions<ApprovalOptions>, ApprovalRules>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<ApprovalOptions>>().Value.Listed());
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<ApprovalOptions>>().Value
            .Policy(provider.GetRequiredService<RoleDictionary>(), provider.GetRequiredService<LocalPlaygroundMode>().IsOn));
        return services;
    }
}
