using System.Collections.Immutable;
using Tracker.Domain.LegalTime;
using Tracker.Reminders.Outbox;

namespace Tracker.Reminders.Channels;

/// <summary>Where a due date lies. The members' names are part of what a webhook is told.</summary>
public enum DueStanding
{
    /// <summary>未到期</summary>
    Ahead,

    /// <summary>今天到期</summary>
    Today,

    /// <summary>已过</summary>
    Past,
}

/// <summary>One deadline, as a message tells of it.</summary>
/// <param name="Line">Which.</param>
/// <param name="Text">As people read it.</param>
/// <param name="WorkingDaysLeft">Working days left; negative once it is over.</param>
/// <param name="State">Where the due date lies.</param>
/// <param name="Late">迟到: told later than it should have been.</param>
/// <param name="Link">Where it is opened; none if nobody said under which address.</param>
public sealed record MessageItem(ReminderLine Line, string Text, int WorkingDaysLeft, DueStanding State, bool Late, string? Link);

/// <summary>A message as it goes out.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Items">What is due; none of a test.</param>
/// <param name="Heading">What stands before them.</param>
/// <param name="Closing">What stands behind them, told how many were left out.</param>
public sealed record MessageText(string Subject, string Heading, ImmutableArray<MessageItem> Items, Func<int, string> Closing)
{
    /// <summary>The whole text, or as many items of it as fit.</summary>
    /// <param name="fits">Whether a text is short enough.</param>
    public string Body(Func<string, bool>? fits = null)
    {
        var shown = Items.Length;
        var body = With(shown);
        while (fits?.Invoke(body) == false && shown > 0)
        {
            body = With(shown = shown > 1 ? shown * 2 / 3 : 0);
        }

        return body;
    }

    private string With(int shown) =>
        string.Join('\n', [Heading, .. Items.Take(shown).Select(item => item.Text), Closing(Items.Length - shown)]).TrimEnd('\n');
}

/// <summary>Puts a message into words.</summary>
/// <param name="message">Which.</param>
/// <param name="lines">What still stands of what it tells of.</param>
/// <param name="publicUrl">What a link begins with; none leaves links out.</param>
/// <param name="calendar">The office's working days.</param>
/// <param name="today">The legal day.</param>
public delegate MessageText WriteMessage(
    OutgoingMessage message, ImmutableArray<ReminderLine> lines, string? publicUrl, WorkingCalendar calendar, DateOnly today);
