using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace ChatOpsBot.Tests.House;

/// <summary>Code speaks the field's language: what Teams, ITIL, IBM i and messaging systems have a term for goes by that term.</summary>
public sealed partial class VocabularyTests
{
    private static readonly Dictionary<string, string> Terms = new()
    {
        ["Errand"] = "outbox message",
        ["Hopeless"] = "permanent failure",
        ["Bury"] = "dead letter",
        ["Buried"] = "dead letter",
        ["Happening"] = "turn input",
        ["Deed"] = "audit entry",
        ["Telling"] = "notify, notice",
        ["Bell"] = "signal",
        ["Bells"] = "signals",
        ["Brake"] = "backoff",
        ["Beat"] = "heartbeat, interval",
        ["Wish"] = "intent, request",
        ["Kit"] = "services",
        ["Pocket"] = "offline",
        ["Gist"] = "summary",
        ["Yeses"] = "approvals",
        ["Mend"] = "fail, repair",
        ["Spared"] = "without a call",
        ["Mine"] = "own",
    };

    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    [Fact]
    public void Types_and_members_go_by_the_terms_of_the_field() =>
        Assert.Empty(
            from name in Names().Distinct()
            from word in Words().Matches(name).Select(match => match.Value)
            where Terms.ContainsKey(word)
            select $"{name}: say {Terms[word]}");

    private static IEnumerable<string> Names()
    {
        foreach (var type in TypeTests.Assemblies.SelectMany(assembly => assembly.GetTypes()).Where(IsWritten))
        {
            yield return type.Name;
            foreach (var member in type.GetMembers(Declared).Where(IsWritten))
                yield return $"{type.Name}.{member.Name}";
        }
    }

    private static bool IsWritten(MemberInfo member) =>
        !member.IsDefined(typeof(CompilerGeneratedAttribute)) && !member.Name.Contains('<', StringComparison.Ordinal);

    [GeneratedRegex("[A-Z][a-z]+")]
    private static partial Regex Words();
}
