using System.Runtime.CompilerServices;
using Tracker.Documents.Registers;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using static Tracker.Documents.Tests.Registers.TestRegister;

namespace Tracker.Documents.Tests.Registers;

public class RegisterFactsTests
{
    private static readonly RegisterRow Plain = new(
        7, "A-1", Channel.InPerson, new(2022, 3, 1), null, null, ApplicantKind.NaturalPerson, null, null, null, null, null, null,
        null, null, null, null, null);

    [Fact]
    public void A_row_becomes_the_facts_it_states_in_the_order_of_their_days()
    {
        var events = EventsOf(Plain with
        {
            Channel = Channel.Online,
            ConfirmedOn = new(2022, 3, 2),
            NoticeOn = new(2022, 3, 4),
            NoticePeriodEndsOn = new(2022, 3, 18),
            SupplementOn = new(2022, 3, 10),
            ExtensionApprovedOn = new(2022, 4, 1),
            ExtensionWorkingDays = 10,
            Ground = Grounds.Find("partial"),
            AnsweredOn = new(2022, 4, 12),
            DocumentNumber = "例统公复〔2022〕3号",
        });

        Assert.Equal(
            [
                new RequestReceived("A-1", NumberOrigin.Imported, Channel.Online, new(new(2022, 3, 1), ConfirmedOn: new(2022, 3, 2)), ApplicantKind.NaturalPerson),
                new SupplementNoticeIssued(new(2022, 3, 4), new(2022, 3, 18)),
                new SupplementReceived(new(2022, 3, 10)),
                new AnswerTermExtended(new(2022, 4, 1), 10),
                new RequestAnswered(Grounds.Find("partial")!, new(2022, 4, 12), "例统公复〔2022〕3号"),
            ],
            events);
    }

    [Fact]
    public void An_extension_before_the_notice_stands_before_it()
    {
        var events = EventsOf(Plain with
        {
            ExtensionApprovedOn = new(2022, 3, 3),
            ExtensionWorkingDays = 5,
            NoticeOn = new(2022, 3, 4),
            SupplementOn = new(2022, 3, 10),
        });

        Assert.Equal(
            [typeof(RequestReceived), typeof(AnswerTermExtended), typeof(SupplementNoticeIssued), typeof(SupplementReceived)],
            events.Select(fact => fact.GetType()));
    }

    [Fact]
    public void Facts_of_one_day_stand_in_the_order_received_notice_supplement_extension_answer()
    {
        var day = new DateOnly(2022, 3, 1);
        var events = EventsOf(Plain with
        {
            NoticeOn = day,
            SupplementOn = day,
            ExtensionApprovedOn = day,
            ExtensionWorkingDays = 5,
            Ground = Grounds.Other,
            AnsweredOn = day,
        });

        Assert.Equal(
            [typeof(RequestReceived), typeof(SupplementNoticeIssued), typeof(SupplementReceived), typeof(AnswerTermExtended), typeof(RequestAnswered)],
            events.Select(fact => fact.GetType()));
    }

    [Fact]
    public void A_row_without_an_answer_is_an_open_request() => Assert.IsType<RequestReceived>(Assert.Single(EventsOf(Plain)));

    [Fact]
    public void A_withdrawal_is_the_applicants_act() => Assert.Equal(
        new RequestWithdrawn(new(2022, 3, 8), "例1"),
        EventsOf(Plain with { Ground = Grounds.Withdrawn, AnsweredOn = new(2022, 3, 8), DocumentNumber = "例1" })[^1]);

    [Fact]
    public void The_day_of_arrival_is_the_signature_of_signed_mail_and_an_arrival_otherwise()
    {
        var on = new DateOnly(2022, 3, 3);
        foreach (var channel in Enum.GetValues<Channel>())
        {
            var dates = ((RequestReceived)EventsOf(Plain with { Channel = channel, ArrivedOn = on })[0]).Dates;
            Assert.Equal(
                channel == Channel.SignedMail ? (on, (DateOnly?)null) : ((DateOnly?)null, on),
                (dates.SignedForOn, dates.ArrivedOn));
        }
    }

    [Fact]
    public void Names_and_texts_are_sealed_and_none_stands_for_an_empty_cell()
    {
        var received = (RequestReceived)EventsOf(Plain with { ApplicantName = "样例甲", Content = "人口数" })[0];

        Assert.Equal(("***", null, "***"), (received.ApplicantName?.ToString(), received.Contact?.ToString(), received.Content?.ToString()));
    }

    public static TheoryData<string, string, string, Type> Impossible => new()
    {
        { "an answer before the receipt", "答复日期", "2022-02-28", typeof(BeforeAnEarlierStep) },
        { "an answer before an extension", "答复日期", "2022-03-10", typeof(BeforeAnEarlierStep) },
        { "an answer in the future", "答复日期", "2023-06-02", typeof(InTheFuture) },
        { "filed in the future", "提交日期", "2023-06-02", typeof(InTheFuture) },
        { "filed before the calendar", "提交日期", "1999-03-01", typeof(BeforeTheCalendar) },
        { "signed for before it was posted", "收件日期", "2022-02-01", typeof(ArrivalBeforeFiling) },
        { "confirmed before it was sent", "确认日期", "2022-02-01", typeof(ArrivalBeforeFiling) },
        { "a notice before the receipt", "补正通知日期", "2022-02-01", typeof(BeforeAnEarlierStep) },
        { "a period that ends before the notice", "补正截止日期", "2022-03-01", typeof(SupplementPeriodEndsBeforeNotice) },
        { "a supplement before its notice", "收到补正日期", "2022-03-02", typeof(BeforeAnEarlierStep) },
        { "an extension beyond the law", "延长工作日数", "21", typeof(ExtensionLengthNotAllowed) },
        { "an extension of no days", "延长工作日数", "0", typeof(ExtensionLengthNotAllowed) },
        { "a withdrawal before the receipt", "答复日期", "2022-02-27", typeof(BeforeAnEarlierStep) },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void What_cannot_have_happened_is_refused_at_its_column(string what, string column, string found, Type refusal)
    {
        var row = what switch
        {
            "an answer before the receipt" => Answered(new(2022, 2, 28)),
            "an answer before an extension" => Answered(new(2022, 3, 10)) with { ExtensionApprovedOn = new(2022, 3, 11), ExtensionWorkingDays = 5 },
            "an answer in the future" => Answered(new(2023, 6, 2)),
            "filed in the future" => Plain with { FiledOn = new(2023, 6, 2) },
            "filed before the calendar" => Plain with { FiledOn = new(1999, 3, 1) },
            "signed for before it was posted" => Plain with { Channel = Channel.SignedMail, ArrivedOn = new(2022, 2, 1) },
            "confirmed before it was sent" => Plain with { Channel = Channel.Email, ConfirmedOn = new(2022, 2, 1) },
            "a notice before the receipt" => Plain with { NoticeOn = new(2022, 2, 1) },
            "a period that ends before the notice" => Plain with { NoticeOn = new(2022, 3, 4), NoticePeriodEndsOn = new(2022, 3, 1) },
            "a supplement before its notice" => Plain with { NoticeOn = new(2022, 3, 4), SupplementOn = new(2022, 3, 2) },
            "an extension beyond the law" => Plain with { ExtensionApprovedOn = new(2022, 3, 4), ExtensionWorkingDays = 21 },
            "an extension of no days" => Plain with { ExtensionApprovedOn = new(2022, 3, 4), ExtensionWorkingDays = 0 },
            "a withdrawal before the receipt" => Answered(new(2022, 2, 27)) with { Ground = Grounds.Withdrawn },
            _ => throw new ArgumentOutOfRangeException(nameof(what)),
        };

        var fault = Assert.Single(Assert.IsType<RowFaulty<RegisterRequest>>(Decide(row)).Faults);

        Assert.Equal((7, column, found, refusal), (fault.Row, fault.Column, fault.Found, fault.Refusal?.GetType()));
        Assert.Null(fault.Expected);
    }

    [Fact]
    public void Every_refusal_has_a_column()
    {
        var refusals = typeof(RequestRefusal).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(RequestRefusal)) && !type.IsAbstract).ToList();

        Assert.NotEmpty(refusals);
        Assert.All(refusals, type => Assert.Contains(
            RefusalColumns.Of((RequestRefusal)RuntimeHelpers.GetUninitializedObject(type)), RegisterColumns.All));
        Assert.All(Enum.GetValues<FactDate>(), date => Assert.Contains(
            RefusalColumns.Of(new InTheFuture(date, Today, Today)), RegisterColumns.All));
    }

    private static RegisterRow Answered(DateOnly on) => Plain with { Ground = Grounds.Find("disclosed"), AnsweredOn = on };

    private static RowResult<RegisterRequest> Decide(RegisterRow row) => RegisterFacts.Decide(row, WorkingCalendar.Embedded, Today);

    private static IReadOnlyList<RequestEvent> EventsOf(RegisterRow row) => Assert.IsType<RowAccepted<RegisterRequest>>(Decide(row)).Value.Events;
}
