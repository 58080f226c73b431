using System.Collections.Immutable;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Hints;
using static Tracker.Domain.Tests.Day;

namespace Tracker.Domain.Tests.Requests.Hints;

/// <summary>The rule of each hint; each row can be checked with the article at hand.</summary>
public class CaseHintsTests
{
    private const string Content = "请公开某某街道二〇二五年度财政预算执行情况的报告全文";

    [Theory] // art 36 item 6: an answer was given, and the same applicant asks for the same again
    [InlineData("2026-02-02", "2026-02-20", "disclosed", true)]
    [InlineData("2026-02-02", "2026-02-20", "not_existing", true)]
    [InlineData("2026-03-02", "2026-03-02", "disclosed", true)] // on the same day, but answered
    [InlineData("2026-03-03", "2026-03-04", "disclosed", false)] // the later of the two is the one repeated
    [InlineData("2026-02-02", null, null, false)] // not answered yet
    public void An_answered_request_of_the_same_applicant_for_the_same(string received, string? answered, string? ground, bool hints)
    {
        var earlier = Case("A-1", received, answers: answered is null ? null : Given.Answer(answered, ground!));

        Assert.Equal(hints ? [new PossiblyRepeated(earlier.Name, On(answered!))] : [], Repeated(Case("A-2", "2026-03-02"), earlier));
    }

    [Fact]
    public void Withdrawn_or_given_up_is_not_answered()
    {
        var withdrawn = Case("A-1", "2026-02-02", answers: Given.Withdrawal("2026-02-10"));
        var ceased = Case("A-3", "2026-02-02", answers: new RequestClosedUnanswered(Grounds.SupplementOverdue, On("2026-02-10")));

        Assert.Empty(Repeated(Case("A-2", "2026-03-02"), withdrawn, ceased));
    }

    [Fact]
    public void What_is_void_or_erased_hints_at_nothing_and_is_hinted_at_by_nothing()
    {
        var earlier = Case("A-1", "2026-02-02", answers: Given.Answer("2026-02-10"));
        var own = Case("A-2", "2026-03-02");

        Assert.Empty(CaseHints.Of(own, [With(earlier, new RequestVoided(On("2026-02-11"))), With(earlier, new PersonalDataErased(On("2026-02-11")))], []));
        Assert.Empty(CaseHints.Of(With(own, new RequestVoided(On("2026-03-03"))), [earlier], [IdentityHint.NotValid]));
    }

    [Fact]
    public void The_part_of_a_request_does_not_repeat_it()
    {
        var part = Case("A-2", "2026-02-02");
        var whole = With(Case("A-1", "2026-02-02"), new PartSplitOff(On("2026-02-03"), part.Id, "A-2"));

        Assert.Empty(Repeated(part, With(whole, Given.Answer("2026-02-10"))));
    }

    [Theory] // a person is not known by the name alone
    [InlineData(ApplicantKind.NaturalPerson, "样例甲", "00000000001", "", true)]
    [InlineData(ApplicantKind.NaturalPerson, "样 例 甲", "00000000001 00000000009", "", true)]
    [InlineData(ApplicantKind.NaturalPerson, "样例甲", "", "", true)] // nothing speaks against it
    [InlineData(ApplicantKind.NaturalPerson, "样例甲", "00000000002", "", false)] // of the same name
    [InlineData(ApplicantKind.NaturalPerson, "样例乙", "00000000001", "", false)] // of the same household
    [InlineData(ApplicantKind.NaturalPerson, "样例乙", "00000000002", "1", true)] // the number decides
    [InlineData(ApplicantKind.NaturalPerson, "样例甲", "00000000001", "2", false)]
    [InlineData(ApplicantKind.CommercialEnterprise, "样例甲", "00000000002", "", true)] // an organisation has many telephones
    public void Who_is_taken_for_the_same(ApplicantKind kind, string name, string phones, string number, bool same)
    {
        var known = Applicant("样例甲", "00000000001", "1");
        var other = new KnownApplicant(kind, NormalText.Of(name), ContactPhones.Of(phones), number.Length > 0 ? [number] : []);

        Assert.Equal(same, known.IsLike(other));
        Assert.Equal(same, other.IsLike(known));
    }

    [Theory]
    [InlineData(Content, true)]
    [InlineData("　请公开：某某街道二〇二五年度财政预算执行情况的报告（全文）。", true)]
    [InlineData("请公开某某街道二〇二五年度财政预算执行情况的报告全文。谢谢", true)]
    [InlineData("请公开某某街道二〇二四年度财政预算执行情况的报告全文", true)] // a person sees the other year
    [InlineData("请公开某某街道二〇二五年度财政决算", false)]
    [InlineData("请公开某某镇的征地批复", false)]
    [InlineData("", false)]
    public void What_is_taken_for_the_same_thing(string content, bool same) =>
        Assert.Equal(same, new CaseTexts([], NormalText.Of(Content)).AsksForSame(new([], NormalText.Of(content))));

    [Theory] // the same words of another year or another file are another thing
    [InlineData("请公开某某街道2025年第3号文件及其全部附件的内容", "请公开某某街道２０２５年第３号文件及其附件的内容", true)]
    [InlineData("请公开某某街道2025年第3号文件及其全部附件的内容", "请公开某某街道2024年第3号文件及其全部附件的内容", false)]
    public void Other_figures_are_another_thing(string one, string other, bool same) =>
        Assert.Equal(same, new CaseTexts([], NormalText.Of(one)).AsksForSame(new([], NormalText.Of(other))));

    [Theory] // ten pairs and eight of them, ten and seven
    [InlineData("甲乙丙丁戊己庚辛壬癸子", "甲乙丙丁戊己庚辛壬", true)]
    [InlineData("甲乙丙丁戊己庚辛壬癸子", "甲乙丙丁戊己庚辛", false)]
    public void Four_fifths_of_the_pairs_of_both(string one, string other, bool same)
    {
        Assert.Equal(same, new CaseTexts([], one).AsksForSame(new([], other)));
        Assert.Equal(same, new CaseTexts([], other).AsksForSame(new([], one)));
    }

    [Theory] // 国办函〔2020〕109号: one calendar month, that of the day of receipt
    [InlineData(0, 0, null)]
    [InlineData(9, 3, 10)]
    [InlineData(10, 0, 11)]
    [InlineData(30, 5, 31)]
    public void The_requests_of_the_applicant_s_month(int others, int ofOtherMonths, int? count)
    {
        ImmutableArray<KnownCase> all =
        [
            .. Enumerable.Range(0, others).Select(place => Case($"B-{place}", place % 2 == 0 ? "2026-03-01" : "2026-03-31", content: $"第{place}项")),
            .. Enumerable.Range(0, ofOtherMonths).Select(place => Case($"C-{place}", place % 2 == 0 ? "2026-02-28" : "2025-03-02", content: $"第{place}项")),
            Case("D-1", "2026-03-02", "样例乙"),
        ];

        Assert.Equal(
            count is { } counted ? [new RequestsOfMonth(On("2026-03-01"), counted)] : [],
            CaseHints.Of(Case("A-1", "2026-03-02"), all, []).OfType<RequestsOfMonth>());
    }

    [Fact] // art 44
    public void Several_applicants_who_ask_for_the_same()
    {
        var own = Case("A-3", "2026-03-02");
        var (first, second) = (Case("A-1", "2026-02-02", "样例乙"), Case("A-2", "2026-02-02", "样例丙"));
        var hint = Assert.IsType<WantedByOthers>(Assert.Single(CaseHints.Of(
            own, [second, first, Case("A-4", "2026-02-02", "样例丁", content: "别的信息")], [])));

        Assert.Equal([first.Name, second.Name], hint.Others);
    }

    [Fact]
    public void A_number_that_contradicts_is_said_once() => Assert.Equal(
        [new IdentityDoubtful(IdentityHint.OfOrganisation)],
        CaseHints.Of(Case("A-1", "2026-03-02"), [], [IdentityHint.OfOrganisation, IdentityHint.OfOrganisation]));

    private static IEnumerable<CaseHint> Repeated(KnownCase own, params KnownCase[] others) => CaseHints.Of(own, others, []).OfType<PossiblyRepeated>();

    private static KnownApplicant Applicant(string name, string phones = "", string number = "") =>
        new(ApplicantKind.NaturalPerson, NormalText.Of(name), ContactPhones.Of(phones), number.Length > 0 ? [number] : []);

    private static KnownCase Case(string number, string received, string name = "样例甲", string content = Content, RequestEvent? answers = null)
    {
        var state = Given.Events(Given.HandedIn(received) with { Number = number });
        return new(Guid.CreateVersion7(), answers is null ? state : state.Evolve(answers), new([Applicant(name)], NormalText.Of(content)));
    }

    private static KnownCase With(KnownCase known, RequestEvent happened) => known with { State = known.State.Evolve(happened) };
}
