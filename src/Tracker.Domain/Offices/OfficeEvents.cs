using System.Collections.Immutable;
using Tracker.Domain.Reminding;

namespace Tracker.Domain.Offices;

/// <summary>A fact of one office. The family is closed.</summary>
public abstract record OfficeEvent
{
    private protected OfficeEvent() { }
}

/// <summary>机关启用: the office keeps its register here from this day on.</summary>
public sealed record OfficeOpened(string Code, string Name, DateOnly OpenedOn) : OfficeEvent;

/// <summary>机关更名: the office bears this name from that day on.</summary>
/// <param name="Name">机关名称</param>
/// <param name="RenamedOn">名称启用日期: the first day of the name.</param>
public sealed record OfficeRenamed(string Name, DateOnly RenamedOn) : OfficeEvent;

/// <summary>公开机构的联系方式 as a whole from that day on: public facts of an agency (art 12), so none is sealed. What is not given is not known any more.</summary>
/// <param name="SetOn">The first day on which it holds.</param>
/// <param name="Address">办公地址</param>
/// <param name="Postcode">邮政编码, six digits.</param>
/// <param name="Telephone">联系电话</param>
/// <param name="Hours">办公时间</param>
public sealed record OfficeContactSet(
    DateOnly SetOn, string? Address = null, string? Postcode = null, string? Telephone = null, string? Hours = null) : OfficeEvent;

/// <summary>科室设立: cases may be assigned to the unit from that day on.</summary>
/// <param name="Name">科室名称</param>
/// <param name="OpenedOn">设立日期</param>
public sealed record UnitOpened(string Name, DateOnly OpenedOn) : OfficeEvent;

/// <summary>科室撤销: from that day on the unit is no longer offered. What it was assigned stays with it.</summary>
/// <param name="Name">The name of a unit that is there.</param>
/// <param name="ClosedOn">撤销日期: the first day without it.</param>
public sealed record UnitClosed(string Name, DateOnly ClosedOn) : OfficeEvent;

/// <summary>机关代字设定: letters dated from that day on bear it in their 答复文号, which the counter of their year numbers.</summary>
/// <param name="Code">机关代字</param>
/// <param name="SetOn">启用日期</param>
/// <param name="UsedUpTo">已用到: the last number given by hand in the year of that day; none says nothing new about it.</param>
public sealed record LetterCodeSet(string Code, DateOnly SetOn, int? UsedUpTo = null) : OfficeEvent;

/// <summary>提醒时点设定: of one matter, from that day on.</summary>
/// <param name="Matter">到期事项</param>
/// <param name="Before">提前几个工作日, the largest first.</param>
/// <param name="EachDayAfter">逾期后每个工作日</param>
/// <param name="SetOn">The day it was set.</param>
/// <param name="UnitHeadFrom">From which step on the head of the unit is told as well; none is never.</param>
/// <param name="OfficeHeadFrom">The same of the head of the disclosure office.</param>
public sealed record ReminderTimesSet(
    DueMatter Matter, ImmutableArray<int> Before, bool EachDayAfter, DateOnly SetOn, int? UnitHeadFrom = null, int? OfficeHeadFrom = null) : OfficeEvent;

/// <summary>机关性质登记: which term the annual report has.</summary>
/// <param name="Nature">机关性质</param>
/// <param name="SetOn">The day it was set.</param>
public sealed record OfficeNatureSet(OfficeNature Nature, DateOnly SetOn) : OfficeEvent;
/// <summary>免打扰时段设定: reminders that leave the product wait for the next working morning.</summary>
/// <param name="SetOn">The first day on which they hold.</param>
/// <param name="From">From when on in the evening; none if messages may go out at any time.</param>
/// <param name="To">Until when in the morning.</param>
public sealed record QuietHoursSet(DateOnly SetOn, TimeOnly? From = null, TimeOnly? To = null) : OfficeEvent;
