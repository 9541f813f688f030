namespace ChatOpsBot.Sandbox;

/// <summary>A support desk that somebody plays: the same cases that the bot reads and writes by the product's API.</summary>
public interface IPlayedDesk
{
    /// <summary>The product.</summary>
    string Name { get; }

    /// <summary>Newest first.</summary>
    IReadOnlyList<PlayedCase> Cases { get; }

    DeskTrouble Trouble { get; set; }

    PlayedCase? Find(string number);

    /// <param name="text">What the desk says with it; may be empty where <see cref="DeskMoves.NeedsText"/> does not ask for it.</param>
    /// <returns>Null once it is done; otherwise why not, in a sentence.</returns>
    string? Play(string number, DeskMove move, string text);
}
