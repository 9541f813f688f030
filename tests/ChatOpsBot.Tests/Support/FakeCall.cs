namespace ChatOpsBot.Tests.Support;

/// <summary>What a call to <see cref="FakeTeams"/> is about.</summary>
/// <param name="Thread">The chat or the channel; for a new chat, the person.</param>
/// <param name="MessageId">Of the message that is changed or answered.</param>
internal readonly record struct FakeCall(string Thread, string? MessageId, bool IsRead)
{
    private const string ThreadMark = ";messageid=";

    public static FakeCall Of(FakeRequest request)
    {
        // /{region}/v3/conversations/{conversation}/activities/{message}
        var parts = request.Target.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).ToArray();
        var conversation = parts.ElementAtOrDefault(3)
            ?? (string?)request.Body?["channelData"]?["channel"]?["id"]
            ?? (string?)request.Body?["members"]?[0]?["id"]
            ?? "";
        return new(conversation.Split(ThreadMark)[0], parts.ElementAtOrDefault(5), request.Method == HttpMethod.Get.Method);
    }
}
