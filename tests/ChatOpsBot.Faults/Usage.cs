namespace ChatOpsBot.Faults;

internal static class Usage
{
    public static int Tell()
    {
        Console.Error.WriteLine("""
            fuzz [--count N] [--pages M] [--seed S] [--session K] [--replay FILE]
                Sends N wild activities to the bot and gives M wild pages to the reader; both the same for the same seed.
                --session K plays one session alone; --replay sends what a run before wrote down, byte for byte.
            faults [--only NAME]
                Plays every fault situation, or those whose name holds NAME, and tells what was lost and what was doubled.
            """);
        return 2;
    }
}
