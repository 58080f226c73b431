namespace Tracker.EventStore;

/// <summary>A stream: whose book, and which.</summary>
public sealed record StreamKey(string Office, Guid Id);

/// <summary>Who acts, why the event came to be, and when: what stands beside every fact.</summary>
/// <param name="Office">Office code.</param>
/// <param name="UserName"><c>user:&lt;uuid&gt;</c> or <c>system:&lt;verb&gt;</c>.</param>
/// <param name="CommandId">One per act a person means once; the same id again adds nothing.</param>
/// <param name="Source">page, api, import or command.</param>
/// <param name="RecordedAt">Now, asked once by the caller.</param>
public sealed record Act(string Office, string UserName, Guid CommandId, string Source, DateTimeOffset RecordedAt)
{
    public const string FromPage = "page";
    public const string FromImport = "import";
    public const string FromCommand = "command";

    /// <summary>PostgreSQL keeps microseconds; the chain's hash needs exactly what will be read back.</summary>
    internal DateTimeOffset RecordedAtMicroseconds { get; } =
        new(RecordedAt.UtcTicks - (RecordedAt.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}

/// <summary>A fact as it stands in the book.</summary>
public sealed record Recorded<TEvent>(
    long Position,
    Guid Id,
    long Version,
    DateTimeOffset RecordedAt,
    string UserName,
    Guid CommandId,
    string Source,
    TEvent Event);
