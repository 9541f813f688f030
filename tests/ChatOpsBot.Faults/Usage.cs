namespace ChatOpsBot.Faults;

internal static class Usage
{
    public static int Tell()
    {
        Console.Error.WriteLine("""
            fuzz [--count N] [--pages M] [--seed S] [--session K] [--replay FILE]
                Sends N wild activities to the bot and gives M wild pages to the reader; both the same for the same seed.
                --session K plays one session alone; --replay sends what a run before wrote down, byte for byte.
                Databases are made in the folder for temporary files: TMPDIR=/dev/shm is the fastest.
            faults [--only NAME]
                Plays every fault situation, or those whose name holds NAME, and tells what was lost and what was doubled.
                Full disks need root; upgrades need git and the history of this repository, and build an older version once.
            """);
        return 2;
    }
}
