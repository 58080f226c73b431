using Tracker.Domain.Requests;

namespace Tracker.Web.Tests.Pages.Acts;

/// <summary>征求意见: received Monday 2026-03-02, due 2026-03-30 where nobody is asked.</summary>
internal static class ConsultationCases
{
    private static readonly (string, (string, string)[]) Asked =
        ("consultation", [("Form.Kind", "ThirdParty"), ("Form.Party", "样例乙"), ("Form.SentOn", "2026-03-04")]);

    private static readonly (string, (string, string)[]) Objected =
        ("opinion", [("Form.ReceivedOn", "2026-03-09"), ("Form.Opinion", "Objects")]);

    private static readonly (string, (string, string)[]) Decided =
        ("disclosure-decision", [("Form.DecidedOn", "2026-03-10"), ("Form.Reasons", "关系公共利益")]);

    public static readonly ActCase[] All =
    [
        new(
            "consultation",
            [("Form.Kind", "CoAuthor"), ("Form.Party", "样例机关"), ("Form.SentOn", "2026-03-04"), ("Form.Matter", "请提出意见")],
            "已登记征求意见。答复期限：2026年4月21日。", // 5 to 25 March, 15 working days, are left out; 4月6日 is 清明节's day off
            typeof(ConsultationOpened),
            ("Form.SentOn", "2026-03-01"),
            "征求意见发出日期不能早于前一环节的日期（2026年3月2日）。",
            "Form.SentOn"),
        new(
            "consultation-service",
            [("Form.ReceivedOn", "2026-03-06")],
            "已登记被征求意见方收到日期。答复期限：2026年4月23日。", // to 27 March
            typeof(ConsultationServed),
            ("Form.ReceivedOn", "2026-03-03"),
            "被征求意见方收到日期不能早于征求意见发出日期（2026年3月4日）。",
            "Form.ReceivedOn")
        { IsPossibleWhenClosed = true, Before = [Asked] },
        new(
            "opinion",
            [("Form.ReceivedOn", "2026-03-09"), ("Form.Opinion", "Objects"), ("Form.Text", "涉及商业秘密")],
            "已登记收到意见。答复期限：2026年4月2日。", // 5, 6 and 9 March
            typeof(ConsultationAnswered),
            ("Form.ReceivedOn", "2026-03-11"),
            "收到意见日期不能晚于今天（2026年3月10日）。",
            "Form.ReceivedOn")
        { IsPossibleWhenClosed = true, Before = [Asked] },
        new(
            "consultation-lapse",
            [("Form.EstablishedOn", "2026-03-10")],
            "已登记逾期未提出意见。答复期限：2026年3月4日。", // 9, 12, 13 January; 14 January to 3 February left out; 17 days from 4 February, 14 and 28 worked, 15 to 23 off
            typeof(ConsultationLapsed),
            ("Form.EstablishedOn", "2026-02-03"),
            "提出意见的期限到2026年2月3日为止，次日起才能认定逾期未提出意见（条例第三十二条、第三十四条）。",
            "Form.EstablishedOn")
        {
            ReceivedOn = "2026-01-08",
            IsPossibleWhenClosed = true,
            Before = [("consultation", [("Form.Kind", "ThirdParty"), ("Form.Party", "样例乙"), ("Form.SentOn", "2026-01-13")])],
        },
        new(
            "consultation-notice",
            [("Form.ToldOn", "2026-03-05")],
            "已登记告知申请人。答复期限：2026年4月21日。",
            typeof(ApplicantToldOfConsultation),
            ("Form.ToldOn", "2026-03-03"),
            "告知申请人征求意见的日期不能早于征求意见发出日期（2026年3月4日）。",
            "Form.ToldOn")
        { IsPossibleWhenClosed = true, Before = [Asked] },
        new(
            "disclosure-decision",
            Decided.Item2,
            "已登记公开决定。答复期限：2026年4月2日。",
            typeof(DisclosureOverObjectionDecided),
            ("Form.DecidedOn", "2026-03-08"),
            "决定公开的日期不能早于前一环节的日期（2026年3月9日）。",
            "Form.DecidedOn")
        { Before = [Asked, Objected] },
        new(
            "disclosure-notice",
            [("Form.ToldOn", "2026-03-10")],
            "已登记书面告知第三方。答复期限：2026年4月2日。",
            typeof(ThirdPartyToldOfDisclosure),
            ("Form.ToldOn", "2026-03-09"),
            "书面告知第三方的日期不能早于前一环节的日期（2026年3月10日）。",
            "Form.ToldOn")
        { IsPossibleWhenClosed = true, Before = [Asked, Objected, Decided] },
    ];
}
