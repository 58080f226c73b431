using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using static Tracker.Domain.Tests.Day;

namespace Tracker.Domain.Tests.LegalTime;

/// <summary>What cannot have happened is refused by name; what should not have happened is not (today is 2023-06-01).</summary>
public class ImpossibleFactsTests
{
    /// <summary>The story; the fact that is refused, by its place; why.</summary>
    public static TheoryData<string, int, Impossibility> Impossible => new()
    {
        { "2023-03-08 notice", 0, Impossibility.NotReceived },
        { "2023-03-06 handed in; 2023-03-06 online", 1, Impossibility.ReceivedTwice },
        { "2006-12-29 handed in", 0, Impossibility.BeforeTheCalendar },
        { "2006-12-31 online, confirmed 2007-01-04", 0, Impossibility.BeforeTheCalendar },
        { "2023-06-02 handed in", 0, Impossibility.InTheFuture },
        { "2023-05-31 online, confirmed 2023-06-02", 0, Impossibility.InTheFuture },
        { "2023-05-31 handed in; 2023-06-02 notice", 1, Impossibility.InTheFuture },
        { "2023-05-31 handed in; 2023-06-02 answered", 1, Impossibility.InTheFuture },
        { "2023-05-31 handed in; 2023-06-01 asks third party A, received 2023-06-02", 1, Impossibility.InTheFuture },
        { "2023-05-31 handed in; 2023-06-01 fee notice, received 2023-06-02", 1, Impossibility.InTheFuture },
        { "2023-05-31 handed in; 2023-06-01 extended 5, told 2023-06-02", 1, Impossibility.InTheFuture },
        { "2023-03-06 online, confirmed 2023-03-05", 0, Impossibility.ArrivedBeforeFiling },
        { "2023-03-06 signed mail, signed for 2023-03-05", 0, Impossibility.ArrivedBeforeFiling },
        { "2023-03-06 signed mail, signed for 2023-03-08, reached the office 2023-03-07, confirmed 2023-03-09", 0, Impossibility.ArrivalOutOfOrder },
        { "2023-03-06 signed mail, signed for 2023-03-07, reached the office 2023-03-09, confirmed 2023-03-08", 0, Impossibility.ArrivalOutOfOrder },
        { "2023-03-06 unsigned mail, arrived 2023-03-08, confirmed 2023-03-07", 0, Impossibility.ArrivalOutOfOrder },
        { "2023-03-06 online, confirmed 2023-03-08; 2023-03-07 notice", 1, Impossibility.BeforeReceipt },
        { "2023-03-06 handed in; 2023-03-03 answered", 1, Impossibility.BeforeReceipt },
        { "2023-03-01 unsigned mail, arrived 2023-03-06; 2023-03-03 notice", 1, Impossibility.BeforeReceipt },
        { "2023-03-01 signed mail, signed for 2023-03-06, reached the office 2023-03-08; 2023-03-03 notice", 1, Impossibility.BeforeReceipt },
        { "2023-03-06 handed in; 2023-03-20 answered; 2023-03-21 answered", 2, Impossibility.AfterTheEnd },
        { "2023-03-06 handed in; 2023-03-08 notice; 2023-03-20 withdrawn; 2023-03-21 supplement", 3, Impossibility.AfterTheEnd },
        { "2023-03-06 handed in; 2023-03-20 answered; 2023-03-21 extended 5", 2, Impossibility.AfterTheEnd },
        { "2023-03-06 handed in; 2023-03-08 notice; 2023-03-09 notice", 2, Impossibility.NoticeAlreadyOpen },
        { "2023-03-06 handed in; 2023-03-08 fee notice; 2023-03-09 fee notice", 2, Impossibility.NoticeAlreadyOpen },
        { "2023-03-06 handed in; 2023-03-08 notice until 2023-03-07", 1, Impossibility.PeriodEndsBeforeNotice },
        { "2023-03-06 handed in; 2023-03-08 supplement", 1, Impossibility.NoSupplementAsked },
        { "2023-03-06 handed in; 2023-03-08 fee notice; 2023-03-09 supplement", 2, Impossibility.NoSupplementAsked },
        { "2023-03-06 handed in; 2023-03-08 notice; 2023-03-09 supplement; 2023-03-10 supplement", 3, Impossibility.NoSupplementAsked },
        { "2023-03-06 handed in; 2023-03-08 asks third party A; 2023-03-09 asks agency A", 2, Impossibility.ConsultationIdUsed },
        { "2023-03-06 handed in; 2023-03-08 asks third party A; 2023-03-09 A answers; 2023-03-10 asks third party A", 3, Impossibility.ConsultationIdUsed },
        { "2023-03-06 handed in; 2023-03-08 A answers", 1, Impossibility.NoSuchConsultation },
        { "2023-03-06 handed in; 2023-03-08 asks third party A; 2023-03-09 A answers; 2023-03-10 A answers", 3, Impossibility.NoSuchConsultation },
        { "2023-03-06 handed in; 2023-03-08 asks third party A, received 2023-03-07", 1, Impossibility.ReceivedBeforeSending },
        { "2023-03-06 handed in; 2023-03-08 fee notice, received 2023-03-07", 1, Impossibility.ReceivedBeforeSending },
        { "2023-03-06 handed in; 2023-03-20 extended 5; 2023-03-21 extended 5", 2, Impossibility.ExtendedTwice },
        { "2023-03-06 handed in; 2023-03-07 extended 5; 2023-03-08 notice; 2023-03-09 extended 5", 3, Impossibility.ExtendedTwice },
        { "2023-03-06 handed in; 2023-03-20 extended 21", 1, Impossibility.ExtensionLength },
        { "2023-03-06 handed in; 2023-03-20 extended 0", 1, Impossibility.ExtensionLength },
        { "2023-03-06 handed in; 2023-03-20 extended -5", 1, Impossibility.ExtensionLength },
        { "2019-05-14 handed in; 2019-05-20 extended 16", 1, Impossibility.ExtensionLength },
        { "2023-03-06 handed in; 2023-03-20 extended 5, told 2023-03-17", 1, Impossibility.NotifiedBeforeApproval },
        { "2023-03-06 handed in; 2023-03-08 paid", 1, Impossibility.NoPaymentAsked },
        { "2023-03-06 handed in; 2023-03-08 notice; 2023-03-09 paid", 2, Impossibility.NoPaymentAsked },
        { "2023-03-06 handed in; 2023-03-28 delayed to 2023-04-03", 1, Impossibility.DelayNotLater },
        { "2023-03-06 handed in; 2023-03-28 delayed to 2023-04-14; 2023-03-29 delayed to 2023-04-14", 2, Impossibility.DelayNotLater },
        { "2023-03-06 handed in; 2023-05-08 delayed to 2023-04-14", 1, Impossibility.DelayNotLater },
        { "2023-03-06 handed in; 2023-03-08 asks agency A; 2023-05-08 delayed to 2023-04-14", 2, Impossibility.DelayNotLater },
    };

    /// <summary>Against the law, and recorded all the same.</summary>
    public static TheoryData<string, Departure> Flagged => new()
    {
        { "2023-03-06 online, confirmed 2023-03-10", Departure.ConfirmedLate },
        { "2023-03-06 unsigned mail, arrived 2023-03-08, confirmed 2023-03-10", Departure.MailConfirmedLate },
        { "2023-03-06 handed in; 2023-04-28 notice", Departure.NoticeIssuedLate },
        { "2023-03-06 handed in; 2023-03-08 notice; 2023-03-09 supplement; 2023-03-10 notice", Departure.SecondNotice },
        { "2023-03-06 handed in; 2023-05-08 extended 20, told 2023-05-09", Departure.ExtendedLate },
        { "2023-03-06 handed in; 2023-03-08 notice; 2023-03-09 extended 20", Departure.ExtendedWhileStopped },
        { "2023-03-06 handed in; 2023-05-31 answered", Departure.AnsweredLate },
        { "2023-03-06 handed in; 2023-03-08 notice until 2023-03-15; 2023-05-31 supplement", Departure.SupplementedLate },
        { "2023-03-06 handed in; 2023-03-08 asks agency A; 2023-05-31 A answers", Departure.OtherAgencySlow },
        { "2023-03-06 handed in; 2023-05-31 fee notice", Departure.FeeNoticeLate },
        { "2023-03-06 handed in; 2023-03-08 fee notice; 2023-05-31 paid", Departure.PaidLate },
        { "2023-03-06 handed in; 2023-05-08 delayed to 2023-06-30", Departure.DelayToldLate },
        { "2023-03-06 handed in; 2023-03-08 notice; 2023-03-09 delayed to 2023-06-30", Departure.DelayedWhileStopped },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void What_cannot_have_happened_is_refused(string story, int place, Impossibility why)
    {
        var facts = Told.Facts(story);

        Assert.Equal((facts[place], why), ImpossibleFacts.FirstOf(facts, WorkingCalendar.Embedded, Today));
    }

    [Theory]
    [MemberData(nameof(Flagged))]
    public void What_was_against_the_law_is_recorded_and_flagged(string story, Departure departure)
    {
        Assert.Null(ImpossibleFacts.FirstOf(Told.Facts(story), WorkingCalendar.Embedded, Today));
        Assert.Contains(departure, Told.Clock(story).Departures);
    }

    [Theory]
    [InlineData("2023-06-01 handed in", "today has happened")]
    [InlineData("2007-01-01 handed in", "the calendar's first day")]
    [InlineData("2023-03-06 handed in; 2023-03-06 notice until 2023-03-06; 2023-03-06 supplement; 2023-03-06 answered", "everything on one day")]
    [InlineData("2023-03-06 handed in; 2023-05-31 notice until 2023-06-30", "a period and")]
    [InlineData("2023-03-06 handed in; 2023-03-28 delayed to 2023-06-30", "a date that was set lie ahead")]
    [InlineData("2023-03-06 handed in; 2023-03-08 asks third party A; 2023-04-28 A answers", "an opinion after the 15 working days")]
    [InlineData("2023-03-06 handed in; 2023-03-08 asks third party A; 2023-03-31 answered; 2023-04-03 A answers", "an opinion after the answer: it comes too late, but it comes")]
    [InlineData("2023-03-06 handed in; 2023-03-08 notice; 2023-03-09 extended 20; 2023-03-20 supplement; 2023-03-21 extended 20", "an extension without effect is none")]
    [InlineData("2023-03-06 handed in; 2023-03-07 extended 20; 2023-03-08 fee notice; 2023-03-20 paid; 2023-03-21 extended 20", "one extension in each term [?]")]
    [InlineData("2023-03-06 handed in; 2023-03-08 notice; 2023-03-08 fee notice; 2023-03-20 supplement; 2023-03-21 paid", "a supplement and a payment may be awaited together")]
    public void What_can_have_happened_is_accepted(string story, string why) =>
        Assert.True(ImpossibleFacts.FirstOf(Told.Facts(story), WorkingCalendar.Embedded, Today) is null, why);

    [Fact]
    public void No_facts_are_no_request() => Assert.Equal((null, Impossibility.NotReceived), ImpossibleFacts.FirstOf([], WorkingCalendar.Embedded, Today));

    [Fact]
    public void The_tables_leave_nothing_out()
    {
        Assert.Equal(Enum.GetValues<Impossibility>(), Impossible.Select(row => row.Data.Item3).Distinct().Order());
        // A new answer that was ordered is known only to a request of the book.
        Assert.Equal(Enum.GetValues<Departure>().Except([Departure.ReAnsweredLate]), Flagged.Select(row => row.Data.Item2).Distinct().Order());
    }

    [Fact]
    public void The_first_impossible_fact_is_named() => Assert.Equal(
        new FeePaidFact(On("2023-03-08")),
        ImpossibleFacts.FirstOf(Told.Facts("2023-03-06 handed in; 2023-03-08 paid; 2023-03-09 supplement"), WorkingCalendar.Embedded, Today)?.Fact);

    [Fact]
    public void A_date_that_belongs_to_another_channel_does_not_disturb() => Assert.Null(ImpossibleFacts.FirstOf(
        [new ReceiptFact(Channel.InPerson, new(On("2023-03-06"), ArrivedOn: On("2023-03-08"), ConfirmedOn: On("2023-03-07")))],
        WorkingCalendar.Embedded,
        Today));
}
