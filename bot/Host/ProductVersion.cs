using System.Reflection;

namespace ChatOpsBot.Host;

/// <summary>The version of the product, which is that of its app package and its container image: three numbers.</summary>
internal static class ProductVersion
{
    // The commit follows after a plus sign.
    public static string Text { get; } = typeof(ProductVersion).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
        .InformationalVersion.Split('+', '-')[0];
}
