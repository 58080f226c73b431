using Microsoft.AspNetCore.Diagnostics;
using Tracker.Web.Wording;

namespace Tracker.Web.Wiring;

/// <summary>
/// Writes a fault that no page answers to the log: its kinds and where it happened, without their messages, which may quote what
/// somebody typed; of a database that is gone, one line. The framework's own line about it is switched off.
/// </summary>
internal sealed partial class UnhandledFaults(ILogger<UnhandledFaults> log) : IExceptionHandler
{
    /// <summary>The framework's category that would write the message.</summary>
    public const string FrameworksOwn = "Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware";

    /// <summary>503 while the database is the trouble, which passes; else 500.</summary>
    public static int StatusOf(Exception fault) => DatabaseFaultSentences.ForPage(fault, posted: false) is null
        ? StatusCodes.Status500InternalServerError
        : StatusCodes.Status503ServiceUnavailable;

    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (DatabaseFaultSentences.ForPage(exception, HttpMethods.IsPost(httpContext.Request.Method)) is { } sentence)
        {
            Write(sentence);
        }
        else
        {
            for (var fault = exception; fault is not null; fault = fault.InnerException)
            {
                Write(fault.GetType().FullName, fault.StackTrace);
            }
        }

        return ValueTask.FromResult(false); // the page for faults is still shown
    }

    [LoggerMessage(LogLevel.Error, "{Fault}\n{Place}")]
    private partial void Write(string? fault, string? place);

    [LoggerMessage(LogLevel.Warning, "{Sentence}")]
    private partial void Write(string sentence);
}
