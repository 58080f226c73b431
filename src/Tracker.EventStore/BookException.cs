namespace Tracker.EventStore;

/// <summary>The book cannot be used as it stands. The message is one sentence for the person at the machine; it holds no values.</summary>
public sealed class BookException(string message, Exception? cause = null) : Exception(message, cause);
