namespace ChatOpsBot.Sandbox;

/// <summary>What a sandbox, which keeps everything in memory, holds at most.</summary>
public static class SandboxLimits
{
    public const int Cases = 300;

    /// <summary>Of all cases together.</summary>
    public const int Comments = 1000;

    /// <summary>Of one case, by their names alone.</summary>
    public const int Attachments = 100;

    /// <summary>Of what is typed on the page, in characters.</summary>
    public const int LongestText = 4000;

    /// <summary>Of what came in: the last ones.</summary>
    public const int Calls = 1000;

    /// <summary>Of one call, in bytes: IBM takes files of 8 MB.</summary>
    public const int LongestCall = 9 * 1024 * 1024;

    /// <summary>Of a form of the page, in bytes.</summary>
    public const int LongestForm = 128 * 1024;

    /// <summary>Of the body of a call that is kept, in characters.</summary>
    public const int LongestBody = 64 * 1024;

    /// <summary>As much of a body as is kept.</summary>
    internal static string Kept(string body) => body.Length <= LongestBody ? body : body[..LongestBody];

    public static readonly string Full =
        $"The sandbox is full: it holds at most {Cases} cases and {Comments} comments. Restart it for an empty one.";
}
