namespace Tracker.EventStore;

/// <summary>
/// 结果不明: the connection ended while a transaction was being committed, so its facts stand in the book or do not. The same act
/// under the same command id settles it: if they stand, it is recognised.
/// </summary>
public sealed class OutcomeUnknownException(Exception cause)
    : Exception("The connection ended during a commit.", cause);
