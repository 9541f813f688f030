namespace ChatOpsBot.Application.Pages;

/// <summary>A page cannot be answered from; the message says which and why.</summary>
public sealed class PageFaultException : Exception
{
    public PageFaultException(string message)
        : base(message)
    {
    }

    public PageFaultException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
