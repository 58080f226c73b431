using Tracker.Domain.Reminding;

namespace Tracker.ReadModels;

/// <summary>A day by which something has to be done.</summary>
/// <param name="Matter">What.</param>
/// <param name="Part">Which of several of the kind, by its id; empty if there can be one only. Of the annual report and the calendar: the year.</param>
/// <param name="DueOn">The last day itself.</param>
/// <param name="Since">The legal day from which it stands; no reminder of it can have been due before.</param>
public sealed record DueItem(DueMatter Matter, string Part, DateOnly DueOn, DateOnly Since);
