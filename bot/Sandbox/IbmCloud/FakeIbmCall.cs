namespace ChatOpsBot.Sandbox.IbmCloud;

/// <summary>A call that came in at <see cref="FakeIbmCloud"/>, whatever became of it.</summary>
/// <param name="Name">token, list, create, read, status, comment, watchlist, resource, attach, download or detach.</param>
public sealed record FakeIbmCall(string Name, string Method, string Target, string? Authorization, string Body)
{
    public static string NameOf(string method, string path)
    {
        if (path == FakeIbmCloud.TokenPath)
            return "token";

        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToArray();
        return (method, parts) switch
        {
            ("GET", ["cases"]) => "list",
            ("POST", ["cases"]) => "create",
            ("GET", ["cases", _]) => "read",
            ("PUT", ["cases", _, "status"]) => "status",
            ("PUT", ["cases", _, "comments"]) => "comment",
            (_, ["cases", _, "watchlist"]) => "watchlist",
            ("PUT", ["cases", _, "resources"]) => "resource",
            ("PUT", ["cases", _, "attachments"]) => "attach",
            ("GET", ["cases", _, "attachments", _]) => "download",
            ("DELETE", ["cases", _, "attachments", _]) => "detach",
            _ => "unknown",
        };
    }
}
