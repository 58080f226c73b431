using Tracker.Domain.Requests;
using static Tracker.Domain.Tests.Day;
using static Tracker.Domain.Tests.Requests.Given;

namespace Tracker.Domain.Tests.Requests;

public class MissingFactsTests
{
    /// <summary>A request whose record lacks nothing.</summary>
    private static readonly RequestReceived Whole = HandedIn("2023-03-06") with
    {
        ApplicantName = Sealed.Text("甲"),
        Contact = Sealed.Text("乙"),
        Content = Sealed.Text("丙"),
    };

    private static readonly SupplementNoticeIssued WholeNotice = Notice("2023-03-08") with { PeriodEndsOn = On("2023-03-15") };

    [Fact]
    public void Nothing_is_missing_of_a_whole_record() => AssertMissing(
        [],
        Whole,
        WholeNotice,
        Supplement("2023-03-10"),
        Answer("2023-03-20") with { Statement = Sealed.Text("丁") });

    [Fact]
    public void Of_a_request_nobody_made_nothing_is_missing() => AssertMissing([]);

    [Fact]
    public void Signed_mail_without_its_signature_day_lacks_it() => AssertMissing(
        [MissingFact.SignatureDate], Whole with { Channel = Channel.SignedMail });

    [Theory]
    [InlineData(Channel.UnsignedMail)]
    [InlineData(Channel.Online)]
    [InlineData(Channel.Fax)]
    [InlineData(Channel.Email)]
    public void What_must_be_confirmed_and_was_not_lacks_its_confirmation(Channel channel) => AssertMissing(
        [MissingFact.ConfirmationDate], Whole with { Channel = channel });

    [Fact]
    public void An_announced_acknowledgement_lacks_no_confirmation() => AssertMissing(
        [], Whole with { Channel = Channel.Online, Dates = new(On("2023-03-06"), AutoAcknowledged: true) });

    [Fact]
    public void A_known_day_of_signature_or_confirmation_is_not_missing()
    {
        AssertMissing([], Whole with { Channel = Channel.SignedMail, Dates = new(On("2023-03-06"), SignedForOn: On("2023-03-07")) });
        AssertMissing([], Whole with { Channel = Channel.Online, Dates = new(On("2023-03-06"), ConfirmedOn: On("2023-03-07")) });
    }

    [Fact]
    public void A_name_or_a_contact_that_is_not_recorded_is_missing_once()
    {
        AssertMissing([MissingFact.ApplicantNameOrContact], Whole with { ApplicantName = null });
        AssertMissing([MissingFact.ApplicantNameOrContact], Whole with { Contact = null });
        AssertMissing([MissingFact.ApplicantNameOrContact], Whole with { ApplicantName = null, Contact = null });
    }

    [Fact]
    public void A_request_without_content_lacks_it() => AssertMissing([MissingFact.Content], Whole with { Content = null });

    [Fact]
    public void A_notice_without_its_last_day_lacks_it_even_after_a_second_one_that_has_it() => AssertMissing(
        [MissingFact.SupplementPeriod], Whole, Notice("2023-03-07"), Supplement("2023-03-08"), WholeNotice);

    [Fact]
    public void An_extension_the_applicant_was_not_told_of_lacks_its_notice_also_after_a_restart()
    {
        AssertMissing([MissingFact.ExtensionNotice], Whole, Extension("2023-03-07", 10));
        AssertMissing([], Whole, Extension("2023-03-07", 10), new ApplicantToldOfExtension(On("2023-03-08")));
        AssertMissing([], Whole, Extension("2023-03-07", 10) with { NotifiedOn = On("2023-03-07") });
        AssertMissing([MissingFact.ExtensionNotice], Whole, Extension("2023-03-07", 10), WholeNotice, Supplement("2023-03-10"));
    }

    [Theory]
    [InlineData("supplement_overdue")]
    [InlineData("unclear_after_supplement")]
    public void Closed_for_want_of_a_supplement_nobody_asked_for_the_notice_is_missing(string ground)
    {
        var answer = Answer("2023-03-20", ground) with { Statement = Sealed.Text("丁") };

        AssertMissing([MissingFact.SupplementNotice], Whole, answer);
        AssertMissing([], Whole, WholeNotice, answer);
    }

    [Fact]
    public void An_answer_or_a_withdrawal_without_its_statement_lacks_it()
    {
        AssertMissing([MissingFact.AnswerStatement], Whole, Answer("2023-03-20"));
        AssertMissing([MissingFact.AnswerStatement], Whole, Withdrawal("2023-03-20"));
        AssertMissing([], Whole, Withdrawal("2023-03-20") with { Statement = Sealed.Text("丁") });
    }

    [Fact]
    public void Everything_missing_is_named_in_one_order() => AssertMissing(
        [MissingFact.SignatureDate, MissingFact.ApplicantNameOrContact, MissingFact.Content, MissingFact.SupplementPeriod, MissingFact.AnswerStatement],
        Received(Channel.SignedMail, new(On("2023-03-06"))),
        Notice("2023-03-08"),
        Answer("2023-03-20"));

    private static void AssertMissing(MissingFact[] expected, params RequestEvent[] events) =>
        Assert.Equal(expected, MissingFacts.Of(Events(events)));
}
