using System.Reflection;
using System.Text.Json.Serialization;
using ChatOpsBot.Domain.Outbox;

namespace ChatOpsBot.Storage.Outbox;

/// <summary>The words for the kinds of messages: those that their JSON has.</summary>
internal static class OutboxMessageKinds
{
    private static readonly Dictionary<Type, string> ByType = typeof(OutboxMessage).GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToDictionary(kind => kind.DerivedType, kind => (string)kind.TypeDiscriminator!);

    /// <summary>Every kind that this version can do.</summary>
    public static IReadOnlyList<string> All { get; } = [.. ByType.Values];

    public static string Of(OutboxMessage message) => Of(message.GetType());

    public static string Of(Type kind) => ByType[kind];
}
