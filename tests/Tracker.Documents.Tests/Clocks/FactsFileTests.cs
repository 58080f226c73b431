using System.Collections.Immutable;
using Tracker.Documents.Clocks;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;

namespace Tracker.Documents.Tests.Clocks;

public class FactsFileTests
{
    private const string Received = """{"fact":"received","channel":"InPerson","filedOn":"2026-03-02"}""";

    [Fact]
    public void Every_kind_of_fact_is_read()
    {
        var facts = Read(
            """
            {"facts":[
              {"fact":"received","channel":"SignedMail","filedOn":"2026-03-02","mailRoomOn":"2026-03-03","signedForOn":"2026-03-04","reachedOfficeOn":"2026-03-05","confirmedOn":"2026-03-06"},
              {"fact":"supplement_notice","issuedOn":"2026-03-09","periodEndsOn":"2026-03-20"},
              {"fact":"supplement_received","on":"2026-03-10"},
              {"fact":"consultation_opened","id":"c1","kind":"ThirdParty","sentOn":"2026-03-11","partyReceivedOn":"2026-03-13"},
              {"fact":"consultation_closed","id":"c1","on":"2026-03-16"},
              {"fact":"fee_notice","on":"2026-03-17","receivedOn":"2026-03-18"},
              {"fact":"fee_paid","on":"2026-03-19"},
              {"fact":"extension","approvedOn":"2026-03-20","workingDays":10,"notifiedOn":"2026-03-23"},
              {"fact":"delay_set","on":"2026-03-24","dueOn":"2026-05-29"},
              {"fact":"answered","leftOn":"2026-05-28"}]}
            """);

        Assert.Equal(
            [
                new ReceiptFact(Channel.SignedMail, new(On(2), On(3), On(4), ArrivedOn: null, On(5), On(6))),
                new SupplementNoticeFact(On(9), On(20)),
                new SupplementFact(On(10)),
                new ConsultationOpenedFact("c1", ConsultationKind.ThirdParty, On(11), On(13)),
                new ConsultationClosedFact("c1", On(16)),
                new FeeNoticeFact(On(17), On(18)),
                new FeePaidFact(On(19)),
                new ExtensionFact(On(20), 10, On(23)),
                new DelayFact(On(24), new(2026, 5, 29)),
                new EndFact(new(2026, 5, 28)),
            ],
            facts);
    }

    [Theory]
    [InlineData("""{"fact":"received","channel":"UnsignedMail","filedOn":"2026-03-02","arrivedOn":"2026-03-03","confirmedOn":"2026-03-04"}""", "UnsignedMail")]
    [InlineData("""{"fact":"received","channel":"Online","filedOn":"2026-03-02","confirmedOn":"2026-03-04"}""", "Online")]
    [InlineData("""{"fact":"received","channel":"Fax","filedOn":"2026-03-02","autoAcknowledged":true}""", "Fax")]
    [InlineData("""{"fact":"received","channel":"Email","filedOn":"2026-03-02","autoAcknowledged":false}""", "Email")]
    [InlineData("""{"filedOn":"2026-03-02","channel":"InPerson","fact":"received"}""", "InPerson")]
    public void Every_channel_has_its_dates_in_any_order(string received, string channel) =>
        Assert.Equal(channel, $"{Assert.IsType<ReceiptFact>(Assert.Single(Read($$"""{"facts":[{{received}}]}"""))).Channel}");

    [Fact]
    public void A_withdrawal_is_an_end_of_its_own() =>
        Assert.Equal(new EndFact(On(9), Withdrawn: true), Read($$"""{"facts":[{{Received}},{"fact":"withdrawn","on":"2026-03-09"}]}""")[1]);

    [Fact]
    public void A_waiver_is_the_end_of_waiting_for_a_payment() =>
        Assert.Equal(new FeePaidFact(On(9), Waived: true), Read($$"""{"facts":[{{Received}},{"fact":"fee_notice","on":"2026-03-05"},{"fact":"fee_waived","on":"2026-03-09"}]}""")[2]);

    [Fact]
    public void Facts_out_of_order_are_put_in_order() => Assert.Equal(
        [typeof(ReceiptFact), typeof(SupplementNoticeFact), typeof(SupplementFact), typeof(EndFact)],
        Read(
            $$"""
            {"facts":[
              {"fact":"answered","leftOn":"2026-03-20"},
              {"fact":"supplement_received","on":"2026-03-09"},
              {"fact":"supplement_notice","issuedOn":"2026-03-09"},
              {{Received}}]}
            """).Select(fact => fact.GetType()));

    [Fact]
    public void An_array_holds_several_requests()
    {
        var (requests, isArray) = FactsFile.Read($$""" [{"facts":[{{Received}}]}, {"facts":[]}] """);

        Assert.True(isArray);
        Assert.Equal([1, 0], requests.Select(facts => facts.Length));
        Assert.Empty(FactsFile.Read("[]").Requests);
    }

    [Theory]
    [InlineData("""{"fact":"recieved","channel":"InPerson","filedOn":"2026-03-02"}""", "$.facts[1]")] // no such fact
    [InlineData("""{"fact":"Received","channel":"InPerson","filedOn":"2026-03-02"}""", "$.facts[1]")]
    [InlineData("""{"channel":"InPerson","filedOn":"2026-03-02"}""", "$.facts[1]")] // which fact?
    [InlineData("""{"fact":null,"on":"2026-03-09"}""", "$.facts[1].fact")]
    [InlineData("""{"fact":7,"on":"2026-03-09"}""", "$.facts[1]")]
    [InlineData("""{"fact":"supplement_received","on":"2026-03-09","note":"x"}""", "$.facts[1].note")] // no such member
    [InlineData("""{"fact":"supplement_received","on":"2026-03-09","on":"2026-03-10"}""", "$.facts[1].on")] // which of the two?
    [InlineData("""{"fact":"supplement_received"}""", "$.facts[1]")] // a member is missing
    [InlineData("""{"fact":"extension","approvedOn":"2026-03-09"}""", "$.facts[1]")]
    [InlineData("""{"fact":"supplement_received","on":null}""", "$.facts[1].on")]
    [InlineData("""{"fact":"supplement_received","on":"2026-3-9"}""", "$.facts[1].on")] // no date as a date is written
    [InlineData("""{"fact":"supplement_received","on":"2026-02-30"}""", "$.facts[1].on")]
    [InlineData("""{"fact":"supplement_received","on":"2026年3月9日"}""", "$.facts[1].on")]
    [InlineData("""{"fact":"supplement_received","on":"2026-03-09T00:00:00Z"}""", "$.facts[1].on")]
    [InlineData("""{"fact":"supplement_received","on":20260309}""", "$.facts[1].on")]
    [InlineData("""{"fact":"delay_set","on":"2026-03-09","dueOn":"9999-12-31"}""", "$.facts[1].dueOn")] // a day no request can have
    [InlineData("""{"fact":"extension","approvedOn":"2026-03-09","workingDays":"10"}""", "$.facts[1].workingDays")] // no number
    [InlineData("""{"fact":"extension","approvedOn":"2026-03-09","workingDays":1.5}""", "$.facts[1].workingDays")]
    [InlineData("""{"fact":"consultation_opened","id":"c1","kind":"Neighbour","sentOn":"2026-03-09"}""", "$.facts[1].kind")] // no such kind
    [InlineData("""{"fact":"consultation_opened","id":"c1","kind":0,"sentOn":"2026-03-09"}""", "$.facts[1].kind")]
    [InlineData("""{"fact":"consultation_opened","id":null,"kind":"CoAuthor","sentOn":"2026-03-09"}""", "$.facts[1].id")]
    [InlineData("""{"fact":"received","channel":"InPerson, Online","filedOn":"2026-03-02"}""", "$.facts[1].channel")] // two channels
    [InlineData("7", "$.facts[1]")]
    public void What_cannot_be_read_is_named_by_its_place(string fact, string path)
    {
        Assert.Contains($"事实文件的 {path} 无法识别", Fault($$"""{"facts":[{{Received}},{{fact}}]}"""));
        Assert.Contains($"事实文件的 {path.Replace("$", "$[1]", StringComparison.Ordinal)} 无法识别", Fault($$"""[{"facts":[]},{"facts":[{{Received}},{{fact}}]}]"""));
    }

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("{}")]
    [InlineData("""{"facts":null}""")]
    [InlineData("""{"facts":[]} x""")]
    [InlineData("""{"facts":[],"request":1}""")]
    public void What_is_no_such_file_is_said(string json) => Assert.Contains("无法识别", Fault(json));

    [Theory]
    [InlineData("null", "事实文件中有空项")]
    [InlineData("""{"facts":[null]}""", "事实文件中有空项")]
    [InlineData("""[{"facts":[]},null]""", "第 2 件中有空项")]
    [InlineData("""[{"facts":[]},{"facts":[null]}]""", "第 2 件中有空项")]
    public void What_is_empty_is_said(string json, string sentence) => Assert.Contains(sentence, Fault(json));

    [Theory]
    [InlineData("InPerson", "confirmedOn")]
    [InlineData("InPerson", "signedForOn")]
    [InlineData("SignedMail", "arrivedOn")]
    [InlineData("SignedMail", "confirmedOn")] // but for mail that had to find its way to the office
    [InlineData("UnsignedMail", "signedForOn")]
    [InlineData("UnsignedMail", "mailRoomOn")]
    [InlineData("Online", "arrivedOn")]
    [InlineData("Fax", "reachedOfficeOn")]
    [InlineData("Email", "mailRoomOn")]
    public void A_date_the_channel_does_not_have_is_refused(string channel, string date)
    {
        var received = $$"""{"facts":[{"fact":"received","channel":"{{channel}}","filedOn":"2026-03-02","{{date}}":"2026-03-03"}]}""";

        Assert.Equal($"received：申请方式 {channel} 没有 {date} 这一项。", Fault(received));
        Assert.Equal($"第 2 件：received：申请方式 {channel} 没有 {date} 这一项。", Fault($$"""[{"facts":[]},{{received}}]"""));
    }

    [Theory]
    [InlineData("InPerson")]
    [InlineData("SignedMail")]
    [InlineData("UnsignedMail")]
    public void No_system_acknowledges_what_is_not_sent_by_wire(string channel) => Assert.Contains(
        "没有 autoAcknowledged 这一项", Fault($$"""{"facts":[{"fact":"received","channel":"{{channel}}","filedOn":"2026-03-02","autoAcknowledged":true}]}"""));

    private static ImmutableArray<ClockFact> Read(string json)
    {
        var (requests, isArray) = FactsFile.Read(json);
        Assert.False(isArray);
        return Assert.Single(requests);
    }

    private static string Fault(string json) => Assert.Throws<FactsFileException>(() => FactsFile.Read(json)).Message;

    private static DateOnly On(int day) => new(2026, 3, day);
}
