using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Tracker.Web.Tests;

/// <summary>Keeps what is logged, so that a test can look for what must not stand there.</summary>
internal sealed class LinesLogged : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Enqueue($"{formatter(state, exception)}\n{exception}");

    public override string ToString() => string.Join('\n', lines);

    public void Dispose()
    {
    }
}
