using System.Globalization;

namespace ChatOpsBot.Tests.Chats.Notation;

/// <summary>
/// What people look up from the compose box, wherever they are:
/// <code>
/// ana searches rows                         the list as it opens; commands are named as in the app manifest
/// ana searches rows "ptf"                   what stands there when the last key is pressed
/// ana searches requests "restore" after 25  the next page
/// (inserts "Updates")                       the first result whose title begins so goes into the chat, as a message of hers
/// </code>
/// </summary>
internal static class SearchLines
{
    public static IReadOnlyList<ChatLine> All { get; } =
    [
        new(
            @"(?<who>\w+) searches (?<command>\w+)(?: ""(?<text>[^""]*)"")?(?: after (?<skip>\d+))?",
            (stage, said) => stage.SearchAsync(
                said["who"].Value,
                said["command"].Value,
                said["text"].Success ? said["text"].Value : null,
                said["skip"].Success ? int.Parse(said["skip"].Value, CultureInfo.InvariantCulture) : 0)),
        new(@"\(inserts ""(?<title>[^""]+)""\)", (stage, said) => stage.Insert(said["title"].Value)),
    ];
}
