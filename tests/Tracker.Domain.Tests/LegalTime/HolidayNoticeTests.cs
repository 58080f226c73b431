using System.Security.Cryptography;
using System.Text;
using Tracker.Domain.LegalTime;
using static Tracker.Domain.Tests.Day;

namespace Tracker.Domain.Tests.LegalTime;

public class HolidayNoticeTests
{
    /// <summary>
    /// 全国年节及纪念日放假办法: 10 days a year until 2007, 11 from 2008, 13 from 2025. In 2015 one more (3 September, the
    /// victory's 70th year); in 2020 two more (Friday 31 January off, and Saturday 1 February no longer worked).
    /// </summary>
    private static int StatutoryDays(int year) => year switch
    {
        2007 => 10,
        2015 => 12,
        2020 => 13,
        < 2025 => 11,
        _ => 13,
    };

    [Fact]
    public void All_notices_from_2007_to_2026_are_embedded_oldest_first() =>
        Assert.Equal(Enumerable.Range(2007, 20), HolidayNotice.Embedded.Select(notice => notice.Year));

    [Fact]
    public void Every_notice_names_where_the_State_Council_published_it() =>
        Assert.All(HolidayNotice.Embedded, notice =>
        {
            Assert.NotEmpty(notice.Sources);
            Assert.All(notice.Sources, source => Assert.EndsWith("www.gov.cn", new Uri(source).Host));
        });

    [Fact]
    public void The_notices_of_2015_2019_and_2020_were_changed_once() =>
        Assert.Equal([2015, 2019, 2020], HolidayNotice.Embedded.Where(notice => notice.Sources.Length == 2).Select(notice => notice.Year));

    [Fact]
    public void Every_day_of_the_20_years_is_worked_or_not_as_the_wall_calendar_says() => Assert.All(
        PublishedHolidays.Days(),
        day => Assert.Equal(PublishedHolidays.IsWorkingDay(day), WorkingCalendar.Embedded.IsWorkingDay(day)));

    /// <summary>
    /// A second witness, of another hand: npm's chinese-days 1.5.7, asked about each day of the year. Its answers are kept as the number
    /// of working days and the first 16 digits of the SHA-256 of a text with a 1 for each working day and a 0 for each other day. The two
    /// witnesses and the notices agree on all 7,305 days; there is no difference to explain.
    /// </summary>
    [Theory]
    [InlineData(2007, 249, "b38517a160aee926")]
    [InlineData(2008, 251, "5f32dc3b333bcffd")]
    [InlineData(2009, 250, "c2e5dea18df3d0a9")]
    [InlineData(2010, 250, "77615bea095289bf")]
    [InlineData(2011, 250, "4d712aca687dbda0")]
    [InlineData(2012, 249, "fa768a9455830c71")]
    [InlineData(2013, 250, "0c83496771ea6ba0")]
    [InlineData(2014, 250, "737210f2f5c1d276")]
    [InlineData(2015, 249, "0c285f31929d386f")]
    [InlineData(2016, 250, "750827cafea23616")]
    [InlineData(2017, 249, "2c9849219c1888e1")]
    [InlineData(2018, 250, "d12b2fc7483894d0")]
    [InlineData(2019, 250, "dc95086d91477dcc")]
    [InlineData(2020, 249, "2a7ad4272999783d")]
    [InlineData(2021, 250, "e7d978b7882f6202")]
    [InlineData(2022, 249, "d83b30bae42e9bf8")]
    [InlineData(2023, 249, "e8868c7f857df965")]
    [InlineData(2024, 251, "661a1167f8576d79")]
    [InlineData(2025, 248, "b6b20d69dbbf0872")]
    [InlineData(2026, 248, "1c2604d6fff32a56")]
    public void Every_day_of_a_year_is_worked_or_not_as_chinese_days_says(int year, int workingDays, string digest)
    {
        var days = PublishedHolidays.Days().Where(day => day.Year == year).Select(day => WorkingCalendar.Embedded.IsWorkingDay(day) ? '1' : '0').ToArray();

        Assert.Equal(DateTime.IsLeapYear(year) ? 366 : 365, days.Length);
        Assert.Equal(workingDays, days.Count(day => day == '1'));
        Assert.StartsWith(digest, Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(days))), StringComparison.Ordinal);
    }

    [Fact]
    public void Weekdays_given_less_weekend_days_worked_are_the_statutory_days() =>
        Assert.All(HolidayNotice.Embedded, notice => Assert.Equal(
            (notice.Year, StatutoryDays(notice.Year)),
            (notice.Year, notice.Days.Count(day => day.Off && !IsWeekend(day.Date)) - notice.Days.Count(day => !day.Off && IsWeekend(day.Date)))));

    [Fact]
    public void Only_weekend_days_are_worked_in_exchange_but_for_the_Monday_that_ended_the_prolonged_Spring_Festival() =>
        Assert.Equal(
            [On("2020-02-03")],
            HolidayNotice.Embedded.SelectMany(notice => notice.Days).Where(day => !day.Off && !IsWeekend(day.Date)).Select(day => day.Date));

    [Fact]
    public void A_notice_speaks_of_its_year_and_the_last_days_before_it() =>
        Assert.All(HolidayNotice.Embedded, notice => Assert.All(notice.Days, day =>
            Assert.InRange(day.Date, new(notice.Year - 1, 12, 29), new(notice.Year, 12, 28))));

    [Fact]
    public void No_day_is_named_twice() =>
        Assert.Distinct(HolidayNotice.Embedded.SelectMany(notice => notice.Days).Select(day => day.Date));

    [Fact]
    public void A_notice_is_read_in_the_order_of_its_days()
    {
        var notice = HolidayNotice.Parse(
            """
            {"year": 2027, "notices": ["https://www.gov.cn/1"], "days": [
              {"date": "2027-01-03", "name": "元旦", "off": false},
              {"date": "2027-01-01", "name": "元旦", "off": true}]}
            """);

        Assert.Equal((2027, "https://www.gov.cn/1"), (notice.Year, Assert.Single(notice.Sources)));
        Assert.Equal([new(On("2027-01-01"), "元旦", Off: true), new(On("2027-01-03"), "元旦", Off: false)], notice.Days);
        Assert.Equal("2027-01-03 元旦上班", notice.Days[1].ToString());
        Assert.Equal("2027-01-01 元旦放假", notice.Days[0].ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"year": 2027}""")]
    [InlineData("""{"year": 2027, "notices": [], "days": [null]}""")]
    [InlineData("""{"year": 2027, "notices": [], "days": [{"date": "2027-01-01", "name": "元旦"}]}""")]
    [InlineData("""{"year": 2027, "notices": [], "days": [{"date": "2027-02-30", "name": "元旦", "off": true}]}""")]
    public void What_is_no_notice_is_a_format_fault(string json) =>
        Assert.Throws<FormatException>(() => HolidayNotice.Parse(json));

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
