using System.Reflection;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Recovery.Announcing;

namespace ChatOpsBot.Faults.Situations;

/// <summary>The fault situations that are tests already, each of which fails where something is lost or doubled in silence.</summary>
internal static class TestedSituations
{
    private static readonly Type[] Tests = [typeof(KillTests), typeof(PowerCutTests), typeof(KilledAnnouncingTests)];

    public static async IAsyncEnumerable<Figures> PlayAsync()
    {
        var all = Tests.SelectMany(type => type.GetMethods()).Where(method => method.GetCustomAttribute<FactAttribute>() is not null);
        foreach (var test in all)
        {
            var name = $"Test: {test.Name.Replace('_', ' ')}";
            yield return new(name.Length > 70 ? name[..69] + "…" : name, 1, Fault: await RunAsync(test));
        }
    }

    private static async Task<string?> RunAsync(MethodInfo test)
    {
        try
        {
            await (Task)test.Invoke(Activator.CreateInstance(test.DeclaringType!), null)!;
            return null;
        }
#pragma warning disable CA1031 // Whatever it is, the situation was not mastered.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return Told(fault);
        }
    }

    private static string Told(Exception fault) => ((fault as TargetInvocationException)?.InnerException ?? fault).ToString();
}
