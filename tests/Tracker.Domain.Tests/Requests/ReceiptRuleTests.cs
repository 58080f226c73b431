using Tracker.Domain.Requests;
using static Tracker.Domain.Tests.Day;

namespace Tracker.Domain.Tests.Requests;

/// <summary>Art 31. Every date is another day, so that each answer shows which one was taken.</summary>
public class ReceiptRuleTests
{
    private static readonly ReceiptDates AllDates = new(
        FiledOn: On("2023-03-01"),
        MailRoomOn: On("2023-03-02"),
        SignedForOn: On("2023-03-03"),
        ArrivedOn: On("2023-03-06"),
        ReachedOfficeOn: On("2023-03-07"),
        ConfirmedOn: On("2023-03-08"));

    [Fact]
    public void Signed_mail_that_only_the_mail_room_signed_for_counts_from_that_signature() => Assert.Equal(
        new Receipt(On("2023-03-06"), ReceiptBasis.SignedFor),
        ReceiptRule.Of(Channel.SignedMail, new(On("2023-03-01"), MailRoomOn: On("2023-03-06"))));

    [Fact]
    public void Handed_in_it_is_the_day_of_handing_in_whatever_else_is_known() =>
        AssertReceipt("2023-03-01", ReceiptBasis.HandedIn, Channel.InPerson, AllDates);

    [Fact]
    public void Signed_mail_counts_from_the_signature() =>
        AssertReceipt("2023-03-03", ReceiptBasis.SignedFor, Channel.SignedMail, AllDates with { ReachedOfficeOn = null });

    [Fact]
    public void Redirected_signed_mail_counts_from_the_confirmation() =>
        AssertReceipt("2023-03-08", ReceiptBasis.Confirmed, Channel.SignedMail, AllDates);

    [Fact]
    public void Unsigned_mail_counts_from_the_confirmation() =>
        AssertReceipt("2023-03-08", ReceiptBasis.Confirmed, Channel.UnsignedMail, AllDates);

    [Theory]
    [InlineData(Channel.Online)]
    [InlineData(Channel.Fax)]
    [InlineData(Channel.Email)]
    public void Online_fax_and_e_mail_count_from_the_confirmation_or_an_announced_acknowledgement(Channel channel)
    {
        AssertReceipt("2023-03-08", ReceiptBasis.Confirmed, channel, AllDates);
        AssertReceipt("2023-03-01", ReceiptBasis.AutoAcknowledged, channel, AllDates with { ConfirmedOn = null, AutoAcknowledged = true });
    }

    [Theory]
    [InlineData(Channel.InPerson, ReceiptBasis.HandedIn)]
    [InlineData(Channel.SignedMail, ReceiptBasis.SignatureMissing)]
    [InlineData(Channel.UnsignedMail, ReceiptBasis.ConfirmationMissing)]
    [InlineData(Channel.Online, ReceiptBasis.ConfirmationMissing)]
    [InlineData(Channel.Fax, ReceiptBasis.ConfirmationMissing)]
    [InlineData(Channel.Email, ReceiptBasis.ConfirmationMissing)]
    public void Without_the_deciding_date_the_count_starts_at_filing_and_says_what_is_missing(Channel channel, ReceiptBasis basis) =>
        AssertReceipt("2023-03-01", basis, channel, new(On("2023-03-01")));

    [Fact]
    public void Redirected_signed_mail_that_was_never_confirmed_lacks_its_confirmation() =>
        AssertReceipt("2023-03-01", ReceiptBasis.ConfirmationMissing, Channel.SignedMail, AllDates with { ConfirmedOn = null });

    [Fact]
    public void Unsigned_mail_that_arrived_and_was_never_confirmed_lacks_its_confirmation() =>
        AssertReceipt("2023-03-01", ReceiptBasis.ConfirmationMissing, Channel.UnsignedMail, AllDates with { ConfirmedOn = null });

    [Theory]
    [InlineData(Channel.SignedMail, ReceiptBasis.SignatureMissing)]
    [InlineData(Channel.UnsignedMail, ReceiptBasis.ConfirmationMissing)]
    public void No_system_acknowledges_a_letter(Channel channel, ReceiptBasis basis) =>
        AssertReceipt("2023-03-01", basis, channel, new(On("2023-03-01"), AutoAcknowledged: true));

    [Fact]
    public void The_known_dates_stand_in_the_order_in_which_they_can_happen()
    {
        Assert.Equal(
            [FactDate.Filed, FactDate.MailRoom, FactDate.SignedFor, FactDate.Arrived, FactDate.ReachedOffice, FactDate.Confirmed],
            AllDates.Known.Select(date => date.Date));
        Assert.Equal([(FactDate.Filed, On("2023-03-01"))], new ReceiptDates(On("2023-03-01")).Known);
    }

    private static void AssertReceipt(string on, ReceiptBasis basis, Channel channel, ReceiptDates dates) =>
        Assert.Equal(new Receipt(On(on), basis), ReceiptRule.Of(channel, dates));
}
