using System.Reflection;

namespace ChatOpsBot.Tests.House;

/// <summary>The Bot Framework SDK stays inside bot/Connector, so that its successor can take its place there.</summary>
public sealed class SdkTests
{
    private static readonly string[] Sdk = ["Microsoft.Bot.", "Microsoft.Rest.", "Microsoft.Identity.Client", "Newtonsoft.Json"];

    private static readonly Assembly Connector = typeof(ChatOpsBot.Connector.ConnectorOptions).Assembly;

    [Fact]
    public void Only_the_connector_is_built_on_the_SDK()
    {
        var host = typeof(ChatOpsBot.Host.BotHost).Assembly;
        Assembly[] others = [host, typeof(SdkTests).Assembly, .. host.GetReferencedAssemblies().Where(IsOurs).Select(Assembly.Load)];

        Assert.Contains(Connector, others);
        Assert.Empty(others.Where(it => it != Connector).SelectMany(
            other => other.GetReferencedAssemblies().Where(name => IsSdk(name.Name!)),
            (other, name) => $"{other.GetName().Name} -> {name.Name}"));
    }

    [Fact]
    public void No_type_of_the_SDK_leaves_the_connector()
    {
        var mentioned = Connector.GetExportedTypes().SelectMany(Mentioned, (type, other) => (type, other)).ToList();

        Assert.Contains(typeof(Task<>), mentioned.Select(pair => pair.other));
        Assert.Empty(mentioned
            .Where(pair => IsSdk(pair.other.Assembly.GetName().Name!))
            .Select(pair => $"{pair.type.FullName} -> {pair.other.FullName}"));
    }

    private static bool IsOurs(AssemblyName name) => name.Name!.StartsWith("ChatOpsBot", StringComparison.Ordinal);

    private static bool IsSdk(string assembly) => Sdk.Any(name => assembly.StartsWith(name.TrimEnd('.'), StringComparison.Ordinal));

    // What code that uses the type can see of it: its bases, and every member that is public or protected.
    private static IEnumerable<Type> Mentioned(Type type)
    {
        const BindingFlags all =
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var methods = type.GetMethods(all).Cast<MethodBase>()
            .Concat(type.GetConstructors(all))
            .Where(it => it.IsPublic || it.IsFamily || it.IsFamilyOrAssembly);
        var fields = type.GetFields(all).Where(it => it.IsPublic || it.IsFamily || it.IsFamilyOrAssembly);
        return type.GetInterfaces()
            .Append(type.BaseType)
            .Concat(fields.Select(it => it.FieldType))
            .Concat(
                methods.SelectMany(it =>
                    it.GetParameters().Select(parameter => parameter.ParameterType).Append((it as MethodInfo)?.ReturnType)))
            .OfType<Type>()
            .SelectMany(Parts);
    }

    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.GetElementType() is { } element)
            return Parts(element);

        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()) : [type];
    }
}
