using Microsoft.Extensions.Logging;

namespace ChatOpsBot.Tests.Browser.People;

/// <summary>Keeps what the bot warns of in artifacts/logs, for whoever looks why a test failed.</summary>
internal sealed class KeptLog(string name) : ILoggerProvider, ILogger
{
    private readonly Lock _writing = new();
    private readonly string _file = Path.Combine(
        Directory.CreateDirectory(Path.Combine(Tools.Root, "artifacts", "logs")).FullName, $"{name}.log");

    public ILogger CreateLogger(string categoryName) => this;

    public void Dispose()
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
            return;

        lock (_writing)
            File.AppendAllText(_file, $"{TimeProvider.System.GetUtcNow():O} {logLevel} {formatter(state, exception)} {exception}\n");
    }
}
