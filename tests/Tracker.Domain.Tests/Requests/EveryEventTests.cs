using System.Reflection;
using Tracker.Domain.AnnualReports;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Offices;
using Tracker.Domain.RecordCorrections;
using Tracker.Domain.Reminding;
using Tracker.Domain.Requests;
using static Tracker.Domain.Tests.Day;

namespace Tracker.Domain.Tests.Requests;

/// <summary>A new event needs no new line here; an arm forgotten for it throws, and one that ignores it leaves the state as it was.</summary>
public class EveryEventTests
{
    public static TheoryData<Type> RequestEvents => Family<RequestEvent>();

    public static TheoryData<Type> OfficeEvents => Family<OfficeEvent>();

    public static TheoryData<Type> ReportingYearEvents => Family<ReportingYearEvent>();

    public static TheoryData<Type> CalendarEvents => Family<CalendarEvent>();

    public static TheoryData<Type> RecordCorrectionEvents => Family<RecordCorrectionEvent>();

    [Fact]
    public void The_families_are_found()
    {
        Assert.True(RecordCorrectionEvents.Count >= 12);
        Assert.True(RequestEvents.Count >= 7);
        Assert.True(OfficeEvents.Count >= 6);
        Assert.True(ReportingYearEvents.Count >= 1);
        Assert.True(CalendarEvents.Count >= 2);
    }

    [Theory]
    [MemberData(nameof(RequestEvents))]
    public void Every_event_moves_the_state_of_a_request(Type type)
    {
        var before = Before(type);

        Assert.NotEqual(before.WithoutCourse(), before.Evolve((RequestEvent)Sample(type)).WithoutCourse());
    }

    [Theory]
    [MemberData(nameof(RequestEvents))]
    public void The_clock_can_be_read_after_every_event(Type type)
    {
        var state = type == typeof(RequestReceived) ? Given.Events((RequestEvent)Sample(type)) : Before(type).Evolve((RequestEvent)Sample(type));

        var reading = RequestClock.Read(state, WorkingCalendar.Embedded);
        Assert.Equal(reading.State is ClockState.WaitingForSupplement or ClockState.WaitingForPayment or ClockState.Resumed, reading.DueOn is null);
    }

    [Theory]
    [MemberData(nameof(OfficeEvents))]
    public void Every_event_moves_the_state_of_an_office(Type type)
    {
        var before = type == typeof(UnitClosed) ? OfficeState.None.Evolve(new UnitOpened("A-1", On("2023-03-06")))
            : type == typeof(OfficeNatureSet) ? OfficeState.None.Evolve(new OfficeNatureSet(OfficeNature.Government, On("2023-03-06")))
            : OfficeState.None;

        Assert.NotEqual(before, before.Evolve((OfficeEvent)Sample(type)));
    }

    [Theory]
    [MemberData(nameof(ReportingYearEvents))]
    public void Every_event_moves_the_state_of_a_reporting_year(Type type) =>
        Assert.NotEqual(ReportingYearState.None, ReportingYearState.None.Evolve((ReportingYearEvent)Sample(type)));

    [Theory]
    [MemberData(nameof(CalendarEvents))]
    public void Every_event_moves_the_state_of_the_calendar(Type type) =>
        Assert.NotEqual(CalendarState.None, CalendarState.None.Evolve((CalendarEvent)Sample(type)));

    [Theory]
    [MemberData(nameof(RecordCorrectionEvents))]
    public void Every_event_moves_the_state_of_a_correction_request(Type type)
    {
        var before = type == typeof(RecordCorrectionReceived)
            ? RecordCorrectionState.None
            : RecordCorrectionState.None.Evolve(new RecordCorrectionReceived("A-1", Channel.Email, new(On("2023-03-06")), ApplicantKind.NaturalPerson));

        Assert.NotEqual(before, before.Evolve((RecordCorrectionEvent)Sample(type)));
    }

    /// <summary>A history after which such an event may come.</summary>
    private static RequestState Before(Type type) => type switch
    {
        _ when type == typeof(RequestReceived) => RequestState.None,
        _ when type == typeof(RequestReAnswered) => Given.Events(Given.HandedIn("2023-03-06"), Given.Answer("2023-03-07"), new ReAnswerOrdered(ReAnswerAuthority.Court, On("2023-03-08"), On("2023-03-20"))),
        _ when type == typeof(CaseUnlinked) => Given.Events(Given.HandedIn("2023-03-06"), new CaseLinked(Guid.Empty, "A-2", On("2023-03-07"))),
        _ when type == typeof(DocumentRemoved) => Given.Events(Given.HandedIn("2023-03-06"), new DocumentAdded(Guid.Empty, On("2023-03-07"), DocumentType.Pdf, 1)),
        _ when type == typeof(EntryTakenBack) => Given.Events(Given.HandedIn("2023-03-06"), Given.Notice("2023-03-07")),
        _ => Given.Events(Given.HandedIn("2023-03-06")),
    };

    private static TheoryData<Type> Family<TEvent>() =>
        [.. typeof(TEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(TEvent)) && !type.IsAbstract)];

    /// <summary>An event with a value of the right kind in every place that must have one.</summary>
    private static object Sample(Type type)
    {
        var made = type.GetConstructors().Single(constructor => constructor.GetParameters() is not [var only] || only.ParameterType != type);
        return made.Invoke([.. made.GetParameters().Select(Value)]);
    }

    private static object? Value(ParameterInfo parameter) => parameter switch
    {
        { HasDefaultValue: true } => null,
        { ParameterType: var type } when type == typeof(DateOnly) => On("2023-03-08"),
        { ParameterType: var type } when type == typeof(string) => "A-1",
        { ParameterType: var type } when type == typeof(long) => 2L,
        { ParameterType: var type } when type == typeof(ApplicantKind) => ApplicantKind.OtherOrganisation,
        { ParameterType: var type } when type == typeof(ReceiptDates) => new ReceiptDates(On("2023-03-08")),
        { ParameterType: var type } when type == typeof(Ground) => Grounds.All[0],
        { ParameterType.IsValueType: true } => Activator.CreateInstance(parameter.ParameterType),
        _ => throw new NotSupportedException($"A sample of {parameter.ParameterType} is needed here."),
    };
}
