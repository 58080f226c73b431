using System.Text;
using Tracker.Documents.Notices;
using Tracker.Domain.LegalTime;

namespace Tracker.Documents.Tests.Notices;

/// <summary>A file of days is read as it was meant, or refused with a sentence; nothing of it is guessed.</summary>
public class NoticeFileTests
{
    private const string OneDay = """{"year":2027,"notices":["https://www.gov.cn/x"],"days":[{"date":"2027-02-05","name":"春节","off":true}]}""";

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("GB18030", false)]
    public void In_every_encoding_a_clerk_may_save_it_in_the_names_are_the_same(string name, bool marked)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        byte[] bytes = [.. marked ? encoding.GetPreamble() : [], .. encoding.GetBytes(OneDay)];

        Assert.Equal("春节", Assert.Single(NoticeFile.Read(bytes).Notice.Days).Name);
    }

    [Theory]
    [InlineData("\\ud800", "代理项")]
    [InlineData("元\\u0000旦", "控制字符")]
    [InlineData("元\\n旦", "控制字符")]
    public void What_json_can_spell_and_no_text_should_hold_is_refused(string name, string sentence)
    {
        var fault = Assert.Throws<NoticeFileException>(() => NoticeFile.Read(OneDay.Replace("春节", name)));

        Assert.Contains(sentence, fault.Message);
    }

    [Fact]
    public void Bytes_that_are_no_text_and_files_that_are_too_long_are_refused()
    {
        Assert.Contains("编码", Assert.Throws<NoticeFileException>(() => NoticeFile.Read([0x7B, 0xFF, 0xFF, 0x7D])).Message);
        Assert.Contains("文件太大", Assert.Throws<NoticeFileException>(() => NoticeFile.Read(new byte[NoticeFile.LongestFile + 1])).Message);
    }

    [Fact]
    public void A_national_notice_that_is_not_whole_says_which_holidays_it_lacks()
    {
        var file = NoticeFile.Read(OneDay);

        Assert.Contains("元旦、清明、劳动、端午、中秋、国庆", Assert.Single(NoticeWords.Hints(file, isNational: true)));
        Assert.Empty(NoticeWords.Hints(file, isNational: false));
        Assert.All(HolidayNotice.Embedded, notice => Assert.Empty(NoticeFaults.MissingHolidays(notice)));
    }
}
