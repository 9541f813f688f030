namespace ChatOpsBot.Application.People;

internal static class PeopleSetup
{
    /// <summary>What people learn of what is stored about them.</summary>
    public static IServiceCollection AddPeople(this IServiceCollection services) => services.AddSingleton<PersonalDataContextReader>();
}
