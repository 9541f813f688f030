using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Architecture = ArchUnitNET.Domain.Architecture;
using ArchLoader = ArchUnitNET.Loader.ArchLoader;
using Assembly = System.Reflection.Assembly;

namespace ChatOpsBot.Tests.House;

/// <summary>How types have to be, read from the built assemblies.</summary>
public sealed class TypeTests
{
    private static readonly string[] BannedEndings =
    [
        "Manager", "Helper", "Helpers", "Util", "Utils", "Service", "Base", "Impl", "Data", "Info", "Common",
    ];

    private static readonly Dictionary<string, Assembly> Rooms = new[]
    {
        typeof(ChatOpsBot.Cards.Card).Assembly,
        typeof(ChatOpsBot.Dialogs.Topics).Assembly,
        typeof(ChatOpsBot.Domain.Matrix.Row).Assembly,
        typeof(ChatOpsBot.Connector.ConnectorOptions).Assembly,
        typeof(ChatOpsBot.Storage.BotDb).Assembly,
        typeof(ChatOpsBot.Application.Outbox.OutboxOptions).Assembly,
        typeof(ChatOpsBot.Sandbox.FakeFault).Assembly,
        typeof(ChatOpsBot.Host.BotHost).Assembly,
    }.ToDictionary(assembly => assembly.GetName().Name!);

    public static IEnumerable<Assembly> Assemblies => Rooms.Values;

    private static readonly Architecture House = new ArchLoader().LoadAssemblies([.. Rooms.Values]).Build();

    [Fact]
    public void Classes_are_sealed_unless_others_build_on_them() =>
        Assert.Empty(
            Types()
                .Where(type => type is { IsClass: true, IsAbstract: false, IsSealed: false })
                .Except(Types().Select(type => type.BaseType))
                .Select(type => type!.FullName));

    [Fact]
    public void Names_say_what_a_type_is() =>
        Assert.Empty(
            Types()
                .Where(type => BannedEndings.Any(ending => type.Name.Split('`')[0].EndsWith(ending, StringComparison.Ordinal)))
                .Select(type => type.FullName));

    [Fact]
    public void A_namespace_is_a_folder()
    {
        var folders = Repository.Files("*.cs").Select(path => string.Join('/', path.Split('/')[..^1])).ToHashSet();
        Assert.All(Types().Select(type => type.Namespace).OfType<string>().Distinct(), name => Assert.Contains(FolderOf(name), folders));
    }

    /// <summary>
    /// What is measured is not work but time: a thread that waits for the processor waits longer than a pattern takes. Below the usual
    /// limit of a turn, a busy machine would fail turns for nothing.
    /// </summary>
    [Fact]
    public void No_pattern_gives_up_sooner_than_a_turn()
    {
        const BindingFlags Any = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var patterns = Rooms.Values
            .SelectMany(room => room.GetTypes())
            .SelectMany(type => type.GetMethods(Any))
            .Select(method => (
                Name: $"{method.DeclaringType}.{method.Name}",
                Limit: method.GetCustomAttribute<GeneratedRegexAttribute>()?.MatchTimeoutMilliseconds))
            .Where(pattern => pattern.Limit is not null)
            .ToList();
        Assert.NotEmpty(patterns);
        Assert.Empty(patterns.Where(pattern => pattern.Limit is > 0 and < 5_000).Select(pattern => pattern.Name));
    }

    /// <summary>A topic sees no HTTP, no database and no clock of its own; the domain and the cards still less.</summary>
    [Theory]
    [InlineData("ChatOpsBot.Cards")]
    [InlineData("ChatOpsBot.Domain")]
    [InlineData("ChatOpsBot.Dialogs")]
    public void What_is_pure_touches_nothing_outside(string room)
    {
        string[] outside =
        [
            "System.Net.Http",
            "Microsoft.AspNetCore",
            "Microsoft.EntityFrameworkCore",
            "System.TimeProvider",
            "System.Threading.Tasks",
        ];
        // An interface says what another room does, and may say that it takes time.
        // Recognizers takes seconds for its first text: it runs on a thread of its own, which is waited for within a limit.
        const string OwnThread = "ChatOpsBot.Domain.Times.Recognized.LanguageModel";
        var touched = House
            .Types.Where(type => type is not ArchUnitNET.Domain.Interface && type.Assembly.Name.StartsWith(room, StringComparison.Ordinal))
            .Where(type => !type.FullName.StartsWith(OwnThread, StringComparison.Ordinal))
            .SelectMany(type => type.Dependencies, (type, dependency) => $"{type.FullName} -> {dependency.Target.FullName}")
            .Where(arrow => outside.Any(name => arrow.Contains($"-> {name}", StringComparison.Ordinal)));
        Assert.Empty(touched.Distinct());
    }

    private static IEnumerable<Type> Types() =>
        Rooms
            .Values.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Namespace?.StartsWith("ChatOpsBot", StringComparison.Ordinal) is true)
            .Where(type => !type.Namespace!.Contains(".Migrations.", StringComparison.Ordinal))
            .Where(type =>
                type.GetCustomAttribute<CompilerGeneratedAttribute>() is null && !type.FullName!.Contains('<', StringComparison.Ordinal));

    private static string FolderOf(string name)
    {
        var parts = name.Split('.')[1..];
        return parts[0] switch
        {
            "Cards" => string.Join('/', parts.Skip(1).Prepend("cards")),
            "Dialogs" => string.Join('/', parts.Skip(1).Prepend("dialogs")),
            _ => string.Join('/', parts.Prepend("bot")),
        };
    }
}
