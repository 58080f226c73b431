using Tracker.Domain.LegalTime;

namespace Tracker.Web.Wiring;

/// <summary>The only place of the program that asks what time it is, and turns it into a legal day.</summary>
public sealed class LegalClock(TimeProvider time)
{
    public DateTimeOffset Now => time.GetUtcNow();

    public DateOnly Today => LegalDay.Of(Now);
}
