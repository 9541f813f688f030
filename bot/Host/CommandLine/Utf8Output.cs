using System.Text;

namespace ChatOpsBot.Host.CommandLine;

/// <summary>Standard output for JSON lines: UTF-8 on every system, whatever its console is set to.</summary>
internal static class Utf8Output
{
    public static StreamWriter Open() =>
        new(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
}
