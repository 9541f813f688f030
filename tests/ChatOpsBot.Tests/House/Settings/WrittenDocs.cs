using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ChatOpsBot.Tests.House.Settings;

/// <summary>What the code says of itself, from the documentation files that are built beside the assemblies, as Markdown.</summary>
internal static partial class WrittenDocs
{
    private static readonly Dictionary<Assembly, Dictionary<string, XElement>> Known = [];

    /// <summary>Null where nothing is said.</summary>
    public static string? Of(Type type) =>
        Member(type.Assembly, $"T:{type.FullName}")?.Element("summary") is { } summary ? Text(summary) : null;

    /// <summary>Null where nothing is said. A record's parameters are said to be what they are above the record.</summary>
    public static string? Of(PropertyInfo property)
    {
        var type = property.DeclaringType!;
        var own = Member(type.Assembly, $"P:{type.FullName}.{property.Name}")?.Element("summary");
        var parameter = Member(type.Assembly, $"T:{type.FullName}")
            ?.Elements("param")
            .FirstOrDefault(it => (string?)it.Attribute("name") == property.Name);
        return (own ?? parameter) is { } said ? Text(said) : null;
    }

    private static XElement? Member(Assembly assembly, string name)
    {
        lock (Known)
        {
            if (!Known.TryGetValue(assembly, out var members))
                Known[assembly] = members = Load(assembly);
            return members.GetValueOrDefault(name);
        }
    }

    private static Dictionary<string, XElement> Load(Assembly assembly) =>
        XDocument
            .Load(Path.ChangeExtension(assembly.Location, ".xml"))
            .Descendants("member")
            .ToDictionary(it => (string)it.Attribute("name")!);

    private static string Text(XElement said) => Spaces().Replace(string.Concat(said.Nodes().Select(Text)), " ").Trim();

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see => $"`{((string)see.Attribute("cref")!).Split('.')[^1]}`",
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement other => string.Concat(other.Nodes().Select(Text)),
        _ => "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
