using Microsoft.AspNetCore.Diagnostics;

namespace Tracker.Web.Wiring;

/// <summary>
/// Writes a fault nobody foresaw to the log: its kinds and where it happened, without their messages, which may quote what somebody
/// typed. The framework's own line about it is switched off.
/// </summary>
internal sealed partial class UnhandledFaults(ILogger<UnhandledFaults> log) : IExceptionHandler
{
    /// <summary>The framework's category that would write the message.</summary>
    public const string FrameworksOwn = "Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware";

    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        for (var fault = exception; fault is not null; fault = fault.InnerException)
        {
            Write(fault.GetType().FullName, fault.StackTrace);
        }

        return ValueTask.FromResult(false); // the page for faults is still shown
    }

    [LoggerMessage(LogLevel.Error, "{Fault}\n{Place}")]
    private partial void Write(string? fault, string? place);
}
