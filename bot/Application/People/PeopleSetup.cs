using ChatOpsBot.Application.People.Roles;

namespace ChatOpsBot.Application.People;

internal static class PeopleSetup
{
    /// <summary>
    /// What people learn of what is stored about them, and the roles that they are granted. The database has to be ready before it starts.
    /// </summary>
    public static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddSingleton<PersonalDataContextReader>()
        .AddSingleton<MemberLookup>()
        .AddSingleton<PeopleReader>()
        .AddSingleton<StandingReader>()
        .AddSingleton<RoleContextReader>()
        .AddSingleton<RoleCommit>()
        .AddSingleton<RoleRefresh>()
        .AddHostedService(provider => provider.GetRequiredService<RoleRefresh>())
        .AddHostedService<RoleRefreshLoop>()
        .AddSingleton<RoleGroups>()
        .AddHostedService<RoleGroupLoop>();
}
