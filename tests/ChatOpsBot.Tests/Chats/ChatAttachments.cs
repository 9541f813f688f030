using System.Text;
using System.Text.Json.Nodes;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Chats;

/// <summary>The files of the people in a chat, as Teams keeps them and as it tells a bot of them.</summary>
internal sealed class ChatAttachments(FakeTeams teams)
{
    private const string Picture = "a picture";
    private const string JobLog = "CPF9801    Escape   40   23/11/26  09:30:12  Object PRODLIB not found.\n";

    private static readonly byte[] Png = [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', 0, 0, 0, 13];

    private readonly Dictionary<string, byte[]> _contents = [];

    public void Put(string file, string content) => _contents[file] = Encoding.UTF8.GetBytes(content.Replace("\\n", "\n", StringComparison.Ordinal));

    /// <summary>In a channel Teams does not say where the file is.</summary>
    public JsonObject Attach(string file, JsonObject message)
    {
        var isPersonal = (string?)message["conversation"]?["conversationType"] == "personal";
        var content = file == Picture ? Png : _contents.GetValueOrDefault(file) ?? Encoding.UTF8.GetBytes(JobLog);
        var address = teams.AddFile(file, content);
        return message.With("attachments", new JsonArray(file == Picture
            ? new JsonObject { ["contentType"] = "image/png", ["contentUrl"] = address }
            : isPersonal
                ? new JsonObject
                {
                    ["contentType"] = "application/vnd.microsoft.teams.file.download.info",
                    ["name"] = file,
                    ["content"] = new JsonObject { ["downloadUrl"] = address, ["uniqueId"] = file },
                }
                : new JsonObject { ["contentType"] = "reference", ["name"] = file }));
    }
}
