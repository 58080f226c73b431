using Tracker.Domain.Requests;

namespace Tracker.Web.Tests.Pages.Acts;

/// <summary>Article 29 after the registration: handed in on Monday 2026-03-02, due 2026-03-30 whatever is recorded here.</summary>
internal static class ApplicantCases
{
    private static readonly (string, (string, string)[]) Acting =
        ("agent", [("Form.AppointedOn", "2026-03-04"), ("Form.Name", "样例丙"), ("Form.AuthorisationOnFile", "true")]);

    public static readonly ActCase[] All =
    [
        new(
            "identity-proof",
            [("Form.ReceivedOn", "2026-03-04"), ("Form.Document", "TravelDocument"), ("Form.Number", "样例000")],
            "已登记收到身份证明。答复期限：2026年3月30日。",
            typeof(IdentityProofReceived),
            ("Form.ReceivedOn", "2026-03-01"),
            "收到身份证明日期不能早于前一环节的日期（2026年3月2日）。",
            "Form.ReceivedOn"),
        new(
            "agent",
            [("Form.AppointedOn", "2026-03-04"), ("Form.Name", "样例丙"), ("Form.Contact", "000-0000-0003")],
            "已登记代理人。答复期限：2026年3月30日。",
            typeof(AgentAppointed),
            ("Form.Name", ""),
            "请填写代理人。",
            "Form.Name"),
        new(
            "agent-end",
            [("Form.EndedOn", "2026-03-05")],
            "已登记代理终止。答复期限：2026年3月30日。",
            typeof(AgentEnded),
            ("Form.EndedOn", "2026-03-03"),
            "代理终止日期不能早于前一环节的日期（2026年3月4日）。",
            "Form.EndedOn")
        { Before = [Acting] },
        new(
            "wanted-form",
            [("Form.ToldOn", "2026-03-04"), ("Form.Form", "Electronic"), ("Form.Delivery", "样例邮箱")],
            "已登记形式要求。答复期限：2026年3月30日。",
            typeof(WantedFormChanged),
            ("Form.ToldOn", "2026-03-11"),
            "申请人提出日期不能晚于今天（2026年3月10日）。",
            "Form.ToldOn"),
        new(
            "joint-applicant",
            [("Form.JoinedOn", "2026-03-04"), ("Form.Kind", "CommercialEnterprise"), ("Form.Name", "样例公司"), ("Form.Contact", "000-0000-0004")],
            "已登记共同申请人。答复期限：2026年3月30日。",
            typeof(ApplicantJoined),
            ("Form.JoinedOn", "2026-03-01"),
            "加入日期不能早于前一环节的日期（2026年3月2日）。",
            "Form.JoinedOn"),
    ];
}
