using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using static Tracker.Domain.Tests.Day;
using static Tracker.Domain.Tests.Requests.Given;

namespace Tracker.Domain.Tests.LegalTime;

/// <summary>What the book's fees come to: received Monday 2023-03-06, due 2023-04-03 where no fee is asked for.</summary>
public class BookedFeeTests
{
    private static readonly FeeNoticeIssued Notice = new(FeeScale.ByPage, 68, 380, On("2023-03-08"));

    [Fact]
    public void A_fee_notice_stops_the_clock()
    {
        var reading = Read(Notice);

        Assert.Equal((ClockState.WaitingForPayment, null), (reading.State, reading.DueOn));
    }

    [Fact] // 20 working days from 21 March; 5 April is off, Sunday 23 April is worked
    public void A_payment_starts_it_afresh() => Assert.Equal(On("2023-04-18"), Read(Notice, new FeePaid(On("2023-03-20"))).DueOn);

    [Fact]
    public void A_waiver_starts_it_afresh_and_the_account_calls_it_by_its_name()
    {
        var reading = Read(Notice, new FeeWaived(On("2023-03-20")));

        Assert.Equal(On("2023-04-18"), reading.DueOn);
        Assert.Contains(reading.Account(Today), line => line.Reason == AccountReason.DayOfWaiver && line.From == On("2023-03-20"));
    }

    [Fact]
    public void An_extension_before_the_notice_ends_with_the_term() =>
        Assert.Equal(On("2023-04-18"), Read(Extension("2023-03-07", 20), Notice, new FeePaid(On("2023-03-20"))).DueOn);

    [Fact] // received 13 March: 20 working days to 11 April
    public void The_last_day_to_pay_counts_from_the_day_the_notice_was_received()
    {
        Assert.Contains(new(DeadlineKind.Payment, On("2023-04-06")), Read(Notice).Deadlines);
        Assert.Contains(new(DeadlineKind.Payment, On("2023-04-11")), Read(Notice, new FeeNoticeServed(On("2023-03-13"))).Deadlines);
        Assert.Equal([Departure.PaidLate], Read(Notice, new FeePaid(On("2023-04-07"))).Departures);
        Assert.Empty(Read(Notice, new FeeWaived(On("2023-04-07"))).Departures);
        Assert.Empty(Read(Notice, new FeeNoticeServed(On("2023-03-13")), new FeePaid(On("2023-04-11"))).Departures);
    }

    [Fact]
    public void Closed_as_overdue_it_is_not_answered_late() =>
        Assert.Empty(Read(Notice, new RequestClosedUnanswered(Grounds.FeeOverdue, On("2023-05-31"))).Departures);

    private static ClockReading Read(params RequestEvent[] events) =>
        RequestClock.Read(Events([HandedIn("2023-03-06"), .. events]), WorkingCalendar.Embedded);
}
