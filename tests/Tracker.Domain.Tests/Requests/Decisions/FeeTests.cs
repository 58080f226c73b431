using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using static Tracker.Domain.LegalTime.FeeScale;
using static Tracker.Domain.Tests.Day;
using static Tracker.Domain.Tests.Requests.Given;

namespace Tracker.Domain.Tests.Requests.Decisions;

public class FeeTests
{
    private static readonly RequestState Received = Events(HandedIn("2023-03-06"));
    private static readonly FeeNoticeIssued Notice = new(ByPage, 68, 380, On("2023-03-08"));
    private static readonly RequestState Asked = Received.Evolve(Notice);

    [Theory] // the amounts of 国办函〔2020〕109号, worked out by hand
    [InlineData(ByItem, 11, 100)]
    [InlineData(ByItem, 40, 4000)]
    [InlineData(ByPage, 68, 380)]
    [InlineData(ByPage, 250, 4700)]
    public void The_amount_follows_from_the_count(FeeScale scale, int count, long yuan) => Received.When(Ask(scale, count))
        .Then(new FeeNoticeIssued(scale, count, yuan, On("2023-03-08"), RequestsInMonth: scale == ByItem ? count : null));

    [Theory]
    [InlineData(ByItem, 10)]
    [InlineData(ByPage, 30)]
    public void What_is_free_is_not_asked_for(FeeScale scale, int count) =>
        Received.When(Ask(scale, count)).ThenRefused(new NothingToCharge(scale, count));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(100_001)]
    public void A_count_nobody_can_mean_is_refused(int count) =>
        Received.When(Ask(ByPage, count)).ThenRefused(new FeeCountNotAllowed(count, 100_000));

    [Fact]
    public void The_count_of_items_departs_from_the_requests_of_the_month_only_with_a_reason()
    {
        var reason = Sealed.Text("一件申请按内容拆分计收");

        Received.When(Ask(new(ByItem, 12, 11, On("2023-03-08"), null, CountReason: null))).ThenRefused(new FeeCountNeedsReason(12, 11));
        Received.When(Ask(new(ByItem, 12, RequestsInMonth: null, On("2023-03-08"), null, reason))).ThenRefused(new RequestsInMonthMissing());
        Received.When(Ask(new(ByItem, 12, 11, On("2023-03-08"), null, reason)))
            .Then(new FeeNoticeIssued(ByItem, 12, 200, On("2023-03-08"), RequestsInMonth: 11, CountReason: reason));
    }

    [Fact]
    public void A_request_has_one_scale_for_ever()
    {
        var paid = Asked.Evolve(new FeePaid(On("2023-03-09")));

        paid.When(Ask(ByItem, 12)).ThenRefused(new FeeScaleAlreadyChosen(ByPage));
        paid.When(Ask(new(ByPage, 40, null, On("2023-03-09"), null, null))).Then(new FeeNoticeIssued(ByPage, 40, 100, On("2023-03-09")));
    }

    [Fact]
    public void A_second_notice_is_refused_while_the_first_is_open() =>
        Asked.When(Ask(ByPage, 68)).ThenRefused(new FeeNoticeAlreadyOpen(On("2023-03-08")));

    [Fact]
    public void A_notice_lies_between_the_step_before_it_and_today()
    {
        Received.When(Ask(new(ByPage, 68, null, On("2023-03-03"), null, null)))
            .ThenRefused(new BeforeAnEarlierStep(FactDate.FeeNotice, On("2023-03-03"), On("2023-03-06")));
        Received.When(Ask(new(ByPage, 68, null, On("2023-06-02"), null, null))).ThenRefused(new InTheFuture(FactDate.FeeNotice, On("2023-06-02"), Today));
        Received.When(Ask(new(ByPage, 68, null, On("2023-03-08"), On("2023-03-07"), null)))
            .ThenRefused(new BeforeTheFeeNotice(FactDate.FeeNoticeService, On("2023-03-07"), On("2023-03-08")));
    }

    [Fact]
    public void The_day_the_applicant_had_the_notice_is_recorded_once()
    {
        Asked.When(Serve("2023-03-10")).Then(new FeeNoticeServed(On("2023-03-10")));
        Asked.Evolve(new FeeNoticeServed(On("2023-03-10"))).When(Serve("2023-03-11")).ThenRefused(new FeeNoticeAlreadyServed(On("2023-03-10")));
        Received.When(Serve("2023-03-10")).ThenRefused(new NoFeeAsked());
    }

    [Fact]
    public void A_fee_is_paid_once_and_only_if_it_was_asked_for()
    {
        Asked.When(Pay("2023-03-08")).Then(new FeePaid(On("2023-03-08")));
        Asked.When(Pay("2023-03-07")).ThenRefused(new BeforeAnEarlierStep(FactDate.Payment, On("2023-03-07"), On("2023-03-08")));
        Asked.Evolve(new FeePaid(On("2023-03-09"))).When(Pay("2023-03-09")).ThenRefused(new NoFeeAsked());
        Received.When(Pay("2023-03-09")).ThenRefused(new NoFeeAsked());
    }

    [Fact]
    public void A_fee_that_was_asked_for_is_waived_once()
    {
        var reason = Sealed.Text("经济困难");

        Asked.When(Waive("2023-03-09", reason)).Then(new FeeWaived(On("2023-03-09"), reason));
        Asked.Evolve(new FeeWaived(On("2023-03-09"))).When(Waive("2023-03-09")).ThenRefused(new NoFeeAsked());
    }

    [Theory] // received Monday 2023-03-13: the 20th working day is Tuesday 11 April, with 5 April off
    [InlineData("2023-04-11", false)]
    [InlineData("2023-04-12", true)]
    public void It_is_closed_as_overdue_from_the_day_after_the_twentieth_working_day(string on, bool closes)
    {
        var served = Asked.Evolve(new FeeNoticeServed(On("2023-03-13")));
        var act = served.When(Close(on));
        if (closes)
        {
            act.Then(new RequestClosedUnanswered(Grounds.FeeOverdue, On(on)));
        }
        else
        {
            act.ThenRefused(new PaymentStillAwaited(On("2023-04-11")));
        }

        Assert.Equal(closes ? [new ClosingAsFeeOverdue(On("2023-04-11"))] : [], Proposals.Of(served, WorkingCalendar.Embedded, On(on)));
    }

    [Fact]
    public void While_nobody_knows_when_the_notice_was_received_nobody_is_late()
    {
        Asked.When(Close("2023-05-31")).ThenRefused(new FeeNoticeNotServed());
        Assert.Empty(Proposals.Of(Asked, WorkingCalendar.Embedded, Today));
    }

    [Fact]
    public void Without_an_open_notice_nothing_is_overdue()
    {
        Received.When(Close("2023-05-31")).ThenRefused(new NoFeeAsked());
        Asked.Evolve(new FeePaid(On("2023-03-09"))).When(Close("2023-05-31")).ThenRefused(new NoFeeAsked());
    }

    [Fact]
    public void A_closed_request_takes_no_fee()
    {
        var closed = new AlreadyClosed(Grounds.Withdrawn, On("2023-03-10"));
        var withdrawn = Asked.Evolve(Withdrawal("2023-03-10"));

        withdrawn.When(Ask(ByPage, 68)).ThenRefused(closed);
        withdrawn.When(Serve("2023-03-10")).ThenRefused(closed);
        withdrawn.When(Pay("2023-03-10")).ThenRefused(closed);
        withdrawn.When(Waive("2023-03-10")).ThenRefused(closed);
        withdrawn.When(Close("2023-05-31")).ThenRefused(closed);
    }

    private static Func<RequestState, Decision<RequestEvent>> Ask(FeeScale scale, int count) =>
        Ask(new IssueFeeNotice(scale, count, scale == ByItem ? count : null, On("2023-03-08"), ReceivedOn: null, CountReason: null));

    private static Func<RequestState, Decision<RequestEvent>> Ask(IssueFeeNotice command) => state => IssueFeeNotice.Decide(state, command, Today);

    private static Func<RequestState, Decision<RequestEvent>> Serve(string on) => state => ServeFeeNotice.Decide(state, new(On(on)), Today);

    private static Func<RequestState, Decision<RequestEvent>> Pay(string on) => state => PayFee.Decide(state, new(On(on)), Today);

    private static Func<RequestState, Decision<RequestEvent>> Waive(string on, Sealed<string>? reason = null) =>
        state => WaiveFee.Decide(state, new(On(on), reason), Today);

    private static Func<RequestState, Decision<RequestEvent>> Close(string on) =>
        state => CloseAsFeeOverdue.Decide(state, new(On(on), DocumentNumber: null, Statement: null), WorkingCalendar.Embedded, Today);
}
