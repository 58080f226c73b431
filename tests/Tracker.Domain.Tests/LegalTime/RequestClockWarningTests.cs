using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using static Tracker.Domain.Tests.Day;
using static Tracker.Domain.Tests.Requests.Given;

namespace Tracker.Domain.Tests.LegalTime;

public class RequestClockWarningTests
{
    public static TheoryData<Channel> ConfirmedRemotely => [Channel.Online, Channel.Fax, Channel.Email];

    [Theory]
    [MemberData(nameof(ConfirmedRemotely))]
    public void Online_fax_and_e_mail_warn_with_the_date_counted_from_filing(Channel channel)
    {
        var reading = Read(Received(channel, new(On("2023-03-10"), ConfirmedOn: On("2023-03-13"))));

        Assert.Equal((On("2023-04-11"), On("2023-04-10")), (reading.DueOn, reading.WarningDueOn));
        Assert.Equal(WarningReason.CountedFromFiling, reading.WarningReason);
        Assert.Empty(reading.Departures); // Friday to Monday is one working day
    }

    [Theory]
    [MemberData(nameof(ConfirmedRemotely))]
    public void A_confirmation_more_than_one_working_day_after_filing_is_flagged(Channel channel)
    {
        var reading = Read(Received(channel, new(On("2023-03-10"), ConfirmedOn: On("2023-03-14"))));

        Assert.Equal([Departure.ConfirmedLate], reading.Departures);
        Assert.Equal((On("2023-04-12"), On("2023-04-10")), (reading.DueOn, reading.WarningDueOn));
    }

    [Theory]
    [MemberData(nameof(ConfirmedRemotely))]
    public void Confirmed_on_the_day_of_filing_there_is_nothing_to_warn_of(Channel channel) =>
        AssertNoWarning(Received(channel, new(On("2023-03-10"), ConfirmedOn: On("2023-03-10"))));

    [Theory]
    [MemberData(nameof(ConfirmedRemotely))]
    public void Acknowledged_by_the_system_there_is_nothing_to_warn_of(Channel channel) =>
        AssertNoWarning(Received(channel, new(On("2023-03-10"), AutoAcknowledged: true)));

    [Theory]
    [MemberData(nameof(ConfirmedRemotely))]
    public void An_announced_acknowledgement_is_the_confirmation_whatever_was_said_later(Channel channel)
    {
        var reading = Read(Received(channel, new(On("2023-03-10"), ConfirmedOn: On("2023-03-20"), AutoAcknowledged: true)));

        Assert.Equal(On("2023-04-10"), reading.DueOn);
        Assert.Null(reading.WarningDueOn);
        Assert.Empty(reading.Departures);
    }

    [Theory]
    [InlineData("2023-03-06", false)]
    [InlineData("2023-03-07", true)]
    public void Unsigned_mail_is_to_be_confirmed_on_the_day_it_arrives(string confirmedOn, bool isLate)
    {
        var reading = Read(Received(Channel.UnsignedMail, new(On("2023-03-01"), ArrivedOn: On("2023-03-06"), ConfirmedOn: On(confirmedOn))));

        Assert.Equal(isLate ? [Departure.MailConfirmedLate] : [], reading.Departures);
    }

    [Fact]
    public void A_count_from_filing_that_ends_on_the_same_day_is_no_warning() => // filed on Friday, confirmed on Saturday
        AssertNoWarning(Received(Channel.Online, new(On("2023-03-10"), ConfirmedOn: On("2023-03-11"))));

    [Fact]
    public void Of_a_late_notice_and_a_count_from_filing_the_earlier_day_is_shown()
    {
        var reading = Read(Received(Channel.Online, new(On("2023-03-10"), ConfirmedOn: On("2023-03-13"))), Notice("2023-03-23"));

        Assert.Equal((On("2023-04-10"), WarningReason.CountedFromFiling), (reading.WarningDueOn, reading.WarningReason));
    }

    [Fact]
    public void Redirected_signed_mail_warns_with_the_date_counted_from_the_mail_room()
    {
        var reading = Read(Received(Channel.SignedMail, new(
            On("2023-03-01"), MailRoomOn: On("2023-03-06"), SignedForOn: On("2023-03-07"), ReachedOfficeOn: On("2023-03-10"), ConfirmedOn: On("2023-03-13"))));

        Assert.Equal((On("2023-04-11"), On("2023-04-03")), (reading.DueOn, reading.WarningDueOn));
        Assert.Equal(WarningReason.CountedFromMailRoom, reading.WarningReason);
        Assert.Empty(reading.Departures);
    }

    [Fact]
    public void Redirected_signed_mail_without_a_mail_room_date_warns_from_the_signature()
    {
        var reading = Read(Received(Channel.SignedMail, new(
            On("2023-03-01"), SignedForOn: On("2023-03-06"), ReachedOfficeOn: On("2023-03-10"), ConfirmedOn: On("2023-03-13"))));

        Assert.Equal((On("2023-04-03"), WarningReason.CountedFromMailRoom), (reading.WarningDueOn, reading.WarningReason));
    }

    [Fact]
    public void Signed_mail_that_was_addressed_rightly_has_nothing_to_warn_of() =>
        AssertNoWarning(Received(Channel.SignedMail, new(On("2023-03-01"), SignedForOn: On("2023-03-06"))));

    [Fact]
    public void An_unsigned_letter_or_one_handed_in_has_nothing_to_warn_of()
    {
        AssertNoWarning(Received(Channel.UnsignedMail, new(On("2023-03-01"), ArrivedOn: On("2023-03-06"), ConfirmedOn: On("2023-03-06"))));
        AssertNoWarning(Received(Channel.InPerson, new(On("2023-03-01"))));
    }

    [Fact]
    public void After_a_supplement_filing_no_longer_matters() =>
        Assert.Null(Read(
            Received(Channel.Online, new(On("2023-03-10"), ConfirmedOn: On("2023-03-13"))), Notice("2023-03-14"), Supplement("2023-03-20")).WarningDueOn);

    [Fact]
    public void A_late_confirmation_stays_flagged_beside_later_departures() =>
        Assert.Equal(
            [Departure.ConfirmedLate, Departure.AnsweredLate],
            Read(Received(Channel.Email, new(On("2023-03-10"), ConfirmedOn: On("2023-03-14"))), Answer("2023-04-13")).Departures);

    private static void AssertNoWarning(RequestReceived received)
    {
        var reading = Read(received);
        Assert.Equal((null, null), (reading.WarningDueOn, reading.WarningReason));
        Assert.Empty(reading.Departures);
    }

    private static ClockReading Read(params RequestEvent[] events) => RequestClock.Read(Events(events), WorkingCalendar.Embedded);
}
