using Tracker.Domain.LegalTime;
using static Tracker.Domain.Tests.Day;

namespace Tracker.Domain.Tests.LegalTime;

/// <summary>From the day of receipt to the due date (art 33, before 2019-05-15 old art 24), by the holiday notices of each year.</summary>
public class DatedReceiptTests
{
    [Theory]
    [InlineData("2022-09-30", "2022-11-02", "1 to 7 October off, Saturday 8 and Sunday 9 worked")]
    [InlineData("2011-06-01", "2011-06-23", "15 days; Dragon Boat Monday 6 June off")]
    [InlineData("2021-11-24", "2021-12-22", "four plain weeks")]
    [InlineData("2021-12-02", "2021-12-30", "four plain weeks, to the day before the New Year days off")]
    [InlineData("2016-12-27", "2017-01-18", "15 days; 31 December to 2 January off by the notice for 2017")]
    public void The_checked_vectors(string received, string due, string why) => Told.IsDue($"{received} handed in", due, why);

    [Theory]
    [InlineData("2008-01-28", "2008-02-21", "15 days; Saturday 2 and Sunday 3 February worked, 6 to 12 off")]
    [InlineData("2013-02-01", "2013-02-27", "15 days; 9 to 15 February off, Saturday 16 and Sunday 17 worked")]
    [InlineData("2016-01-29", "2016-02-24", "15 days; Saturday 6 worked, 7 to 13 off, Sunday 14 worked")]
    [InlineData("2018-02-09", "2018-03-07", "15 days; Sunday 11 worked, 15 to 21 off, Saturday 24 worked")]
    [InlineData("2021-02-05", "2021-03-10", "Sunday 7 worked, 11 to 17 off, Saturday 20 worked")]
    [InlineData("2022-01-24", "2022-02-24", "Saturday 29 and Sunday 30 January worked, 31 to 6 February off")]
    [InlineData("2023-01-16", "2023-02-16", "21 to 27 January off, Saturday 28 and Sunday 29 worked")]
    [InlineData("2024-02-05", "2024-03-08", "New Year's Eve, Friday 9, is no day off by the notice; 10 to 17 off, Sunday 18 worked")]
    [InlineData("2025-01-20", "2025-02-21", "Sunday 26 January worked, 28 to 4 February off, Saturday 8 worked")]
    [InlineData("2026-02-09", "2026-03-13", "Saturday 14 worked, 15 to 23 off, Saturday 28 worked")]
    public void Spring_Festival(string received, string due, string why) => Told.IsDue($"{received} handed in", due, why);

    [Theory]
    [InlineData("2020-01-19", "2020-02-24", "received on the Sunday worked in exchange; 20 to 23 January count, then off to 2 February")]
    [InlineData("2020-01-23", "2020-02-28", "the last day before; four plain weeks from Monday 3 February")]
    [InlineData("2020-01-30", "2020-02-28", "received on the day the first notice would have ended the holiday; 31 January and 1 February are off by the second")]
    [InlineData("2020-02-02", "2020-02-28", "received on the last day of the prolonged holiday")]
    [InlineData("2020-02-03", "2020-03-02", "received on the Monday that ended it")]
    public void Spring_Festival_2020_was_prolonged_to_2_February(string received, string due, string why) =>
        Told.IsDue($"{received} handed in", due, why);

    [Theory]
    [InlineData("2009-09-25", "2009-10-22", "15 days; Sunday 27 September worked, 1 to 8 October off, Saturday 10 worked")]
    [InlineData("2012-09-24", "2012-10-19", "15 days; Saturday 29 September worked, 30 to 7 October off")]
    [InlineData("2015-09-28", "2015-10-23", "15 days; 1 to 7 October off, Saturday 10 worked")]
    [InlineData("2017-09-25", "2017-10-20", "15 days; Saturday 30 September worked, 1 to 8 October off together with Mid-Autumn")]
    [InlineData("2019-09-23", "2019-10-24", "Sunday 29 September worked, 1 to 7 off, Saturday 12 worked")]
    [InlineData("2020-09-24", "2020-10-28", "Sunday 27 September worked, 1 to 8 off together with Mid-Autumn, Saturday 10 worked")]
    [InlineData("2021-09-24", "2021-10-27", "Sunday 26 September worked, 1 to 7 off, Saturday 9 worked")]
    [InlineData("2023-09-25", "2023-10-27", "Friday 29 September to 6 October off, Saturday 7 and Sunday 8 worked")]
    [InlineData("2024-09-23", "2024-10-24", "Sunday 29 September worked, 1 to 7 off, Saturday 12 worked")]
    [InlineData("2025-09-26", "2025-10-30", "Sunday 28 September worked, 1 to 8 off together with Mid-Autumn, Saturday 11 worked")]
    public void National_Day(string received, string due, string why) => Told.IsDue($"{received} handed in", due, why);

    [Theory]
    [InlineData("2011-12-20", "2012-01-11", "15 days; the notice for 2012 has Saturday 31 December worked and 1 to 3 January off")]
    [InlineData("2012-12-24", "2013-01-15", "15 days; 1 to 3 January off, Saturday 5 and Sunday 6 worked")]
    [InlineData("2018-12-17", "2019-01-08", "15 days; the notice for 2019 has Saturday 29 December worked and Monday 31 off")]
    [InlineData("2022-12-19", "2023-01-17", "Saturday 31 December to Monday 2 January off")]
    [InlineData("2024-12-16", "2025-01-14", "1 January alone off")]
    [InlineData("2025-12-22", "2026-01-20", "1 to 3 January off, Sunday 4 worked")]
    public void Over_the_turn_of_a_year(string received, string due, string why) => Told.IsDue($"{received} handed in", due, why);

    [Theory]
    [InlineData(2024, "2025-01-13", true, "1 January is a Wednesday like any other until the notice for 2025 is adopted")]
    [InlineData(2025, "2025-01-14", false, "with it one day later, and certain")]
    public void Before_the_next_notice_the_due_date_knows_weekends_only_and_is_provisional(int lastNotice, string due, bool provisional, string why)
    {
        var calendar = new WorkingCalendar(HolidayNotice.Embedded.Where(notice => notice.Year <= lastNotice));
        var reading = RequestClock.Read(Told.Facts("2024-12-16 handed in"), calendar);

        Assert.True((reading.DueOn, reading.Provisional) == (On(due), provisional), why);
        Assert.Equal(provisional, reading.Account(On("2024-12-16")).Any(line => line.Provisional));
    }

    [Theory]
    [InlineData("2023-03-05", "2023-03-31", "a plain Sunday: Monday is day 1, as if received on the Friday before")]
    [InlineData("2023-03-03", "2023-03-31", "that Friday")]
    [InlineData("2023-03-04", "2023-03-31", "a plain Saturday")]
    [InlineData("2024-02-18", "2024-03-15", "a Sunday that is worked is the day of receipt and is not counted either")]
    [InlineData("2023-01-28", "2023-02-23", "a Saturday that is worked; Sunday the 29th, worked too, is day 1")]
    [InlineData("2021-05-01", "2021-06-01", "the first of five days off; Thursday 6 is day 1, Saturday 8 is worked")]
    public void Received_on_a_weekend_or_a_day_off(string received, string due, string why) => Told.IsDue($"{received} handed in", due, why);

    [Theory]
    [InlineData("2019-05-14 handed in", "2019-06-04", "the last day of the old regulation: 15")]
    [InlineData("2019-05-15 handed in", "2019-06-13", "the first day of the new one: 20; Friday 7 June off")]
    [InlineData("2019-05-16 handed in", "2019-06-14", "and the day after")]
    [InlineData("2019-05-13 online, confirmed 2019-05-15", "2019-06-13", "filed under the old, received under the new: the day of receipt decides")]
    [InlineData("2019-05-14 handed in; 2019-05-16 notice; 2019-05-20 supplement", "2019-06-11", "a fresh term of a request received under the old regulation has 15 as well: the cautious reading [?]")]
    public void The_term_is_15_before_15_May_2019_and_20_from_then_on(string story, string due, string why) => Told.IsDue(story, due, why);

    [Theory]
    [InlineData("2023-03-01 handed in", "2023-03-29", "in person: the day of handing in")]
    [InlineData("2023-03-01 signed mail, signed for 2023-03-03", "2023-03-31", "signed mail: the signature")]
    [InlineData("2023-03-01 signed mail, mail room 2023-03-02, signed for 2023-03-03, reached the office 2023-03-07, confirmed 2023-03-08", "2023-04-06", "addressed to another unit: the confirmation by the disclosure office (207号)")]
    [InlineData("2023-03-01 unsigned mail, arrived 2023-03-03, confirmed 2023-03-06", "2023-04-03", "unsigned mail: the confirmation, late as it was")]
    [InlineData("2023-03-01 online, confirmed 2023-03-02", "2023-03-30", "online: the confirmation")]
    [InlineData("2023-03-01 fax, confirmed 2023-03-03", "2023-03-31", "fax: the confirmation")]
    [InlineData("2023-03-01 e-mail, confirmed 2023-03-03", "2023-03-31", "e-mail: the confirmation")]
    [InlineData("2023-03-01 online acknowledged, confirmed 2023-03-08", "2023-03-29", "an announced acknowledgement: the filing")]
    [InlineData("2023-03-01 online", "2023-03-29", "never confirmed: from filing, the safe day")]
    public void The_day_of_receipt_follows_from_the_channel(string story, string due, string why) => Told.IsDue(story, due, why);
}
