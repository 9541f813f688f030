namespace ChatOpsBot.Domain.Matrix;

/// <summary>Who carries a duty. A row whose duties stand in both columns is carried by <see cref="Both"/>.</summary>
[Flags]
public enum Party
{
    None = 0,
    Ibm = 1,
    Client = 2,
    Both = Ibm | Client,
}
