namespace Tracker.Domain.Offices;

/// <summary>Why a fact of an office cannot be recorded.</summary>
public abstract record OfficeRefusal : Refusal
{
    private protected OfficeRefusal() { }
}

/// <summary>Not a code.</summary>
public sealed record OfficeCodeNotValid : OfficeRefusal;

/// <summary>No name.</summary>
public sealed record OfficeNameMissing : OfficeRefusal;

/// <summary>The code stands for an office already.</summary>
public sealed record OfficeAlreadyOpen(string Name) : OfficeRefusal;

/// <summary>No office of this code keeps its register here.</summary>
public sealed record OfficeNotOpen : OfficeRefusal;

/// <summary>The day lies before what it follows, or after today.</summary>
/// <param name="First">The first day it may be.</param>
/// <param name="Today">The last.</param>
public sealed record OfficeDayOutOfRange(DateOnly First, DateOnly Today) : OfficeRefusal;

/// <summary>Everything is as it was; nothing is added.</summary>
public sealed record OfficeDataUnchanged : OfficeRefusal;

/// <summary>No name of a unit.</summary>
public sealed record UnitNameMissing : OfficeRefusal;

/// <summary>A unit of this name is there.</summary>
/// <param name="Name">科室名称</param>
/// <param name="Since">设立日期</param>
public sealed record UnitAlreadyOpen(string Name, DateOnly Since) : OfficeRefusal;

/// <summary>No unit of this name is there, or it was closed.</summary>
public sealed record UnitNotOpen : OfficeRefusal;

/// <summary>So many units are there at most.</summary>
/// <param name="Most">How many.</param>
public sealed record TooManyUnits(int Most) : OfficeRefusal;

/// <summary>Not a 机关代字.</summary>
public sealed record LetterCodeNotValid : OfficeRefusal;

/// <summary>The counter of the year has given numbers; from where it begins is settled.</summary>
/// <param name="Year">The year.</param>
/// <param name="Last">The last number it gave.</param>
public sealed record LetterNumbersBegun(int Year, int Last) : OfficeRefusal;

/// <summary>The counter would come to a number that somebody typed already.</summary>
/// <param name="Number">答复文号</param>
/// <param name="Place">Its 序号.</param>
public sealed record LetterNumberRepeated(string Number, int Place) : OfficeRefusal;

/// <summary>A step that is no number of working days before, or too many of them.</summary>
public sealed record ReminderStepsNotValid : OfficeRefusal;

/// <summary>Nobody would be reminded, neither before nor after.</summary>
public sealed record NobodyReminded : OfficeRefusal;

/// <summary>The head of the office would be told before the head of the unit, or from a step that is none.</summary>
public sealed record EscalationNotValid : OfficeRefusal;

/// <summary>A head would be told from a step on, and none is told at it or after it.</summary>
/// <param name="OfficeHead">Whether it is the head of the disclosure office, or of the unit.</param>
public sealed record EscalationNeverReached(bool OfficeHead) : OfficeRefusal;

/// <summary>Only one end is given, or the hours do not reach into the next morning.</summary>
public sealed record QuietHoursNotOvernight : OfficeRefusal;
