using Tracker.ReadModels;

namespace Tracker.Reminders;

/// <summary>提醒层级: who is told, one above the other. The members' names are stored.</summary>
public enum ReminderLevel
{
    /// <summary>经办人, or whoever has to do what is due.</summary>
    Handler,

    /// <summary>科室负责人</summary>
    UnitHead,

    /// <summary>公开机构负责人</summary>
    OfficeHead,
}

/// <summary>
/// 提醒: one person is told once of one step towards one deadline. Office, case, matter, part, due date, step and recipient are its key in the
/// database, so that it can be recorded once only, however often and wherever it is found due.
/// </summary>
/// <param name="Id">Version 7; of messages that leave the house it is the idempotency key.</param>
/// <param name="Office">Office code.</param>
/// <param name="Case">The request; none if the deadline is the office's.</param>
/// <param name="Due">What is due.</param>
/// <param name="Step">Working days before the due date; 0 on the day itself, negative after it.</param>
/// <param name="FiresOn">The working day on which it is due; recorded on a later one, it is late and says so.</param>
/// <param name="Level">As whom the recipient is told.</param>
/// <param name="Recipient">The person's account.</param>
/// <param name="RecordedAt">When a sweep found it due.</param>
public sealed record Reminder(
    Guid Id, string Office, Guid? Case, DueItem Due, int Step, DateOnly FiresOn, ReminderLevel Level, Guid Recipient, DateTimeOffset RecordedAt);
