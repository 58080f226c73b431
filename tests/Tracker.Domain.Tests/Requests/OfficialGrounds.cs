using Tracker.Domain.Requests;

namespace Tracker.Domain.Tests.Requests;

/// <summary>
/// The grounds as the law's reading fixed them: key, label, row of 2021, row of 2019, class before 2019, remedy. F: reconsideration
/// must come first (行政复议法 23(1)(4)); C: the applicant may choose. Written apart from the program, so that neither can drift alone.
/// </summary>
internal static class OfficialGrounds
{
    public static (string Key, string Label, string Row2021, string Row2019, AnswerClass Class, Remedy Remedy)[] All { get; } =
    [
        ("already_public", "已主动公开", "disclosed", "disclosed", AnswerClass.Agreed, C),
        ("disclosed", "予以公开", "disclosed", "disclosed", AnswerClass.Agreed, C),
        ("partial", "部分公开", "partial", "partial", AnswerClass.AgreedInPart, C),
        ("state_secret", "属于国家秘密", "refused_state_secret", "refused_state_secret", AnswerClass.Refused, F),
        ("law_forbids", "其他法律行政法规禁止公开", "refused_law_forbids", "refused_law_forbids", AnswerClass.Refused, F),
        ("security_stability", "危及国家安全、公共安全、经济安全、社会稳定", "refused_security_stability", "refused_security_stability", AnswerClass.Refused, F),
        ("third_party_rights", "涉及商业秘密、个人隐私等，公开会对第三方合法权益造成损害", "refused_third_party", "refused_third_party", AnswerClass.Refused, F),
        ("internal_affairs", "内部事务信息（人事管理、后勤管理、内部工作流程）", "refused_internal_affairs", "refused_internal_affairs", AnswerClass.Refused, F),
        ("process_information", "过程性信息（讨论记录、过程稿、磋商信函、请示报告）", "refused_process_info", "refused_process_info", AnswerClass.Refused, F),
        ("enforcement_files", "行政执法案卷信息", "refused_enforcement_files", "refused_enforcement_files", AnswerClass.Refused, F),
        ("administrative_query", "行政查询事项（工商、不动产登记资料等）", "refused_admin_query", "refused_admin_query", AnswerClass.Other, C),
        ("not_existing", "经检索没有所申请公开信息", "unable_not_held", "unable_not_held", AnswerClass.Other, C),
        ("not_this_agency", "不属于本行政机关负责公开", "unable_not_held", "unable_not_held", AnswerClass.Other, C),
        ("needs_creation", "没有现成信息需要加工、分析另行制作", "unable_needs_creation", "unable_needs_creation", AnswerClass.Other, C),
        ("unclear_after_supplement", "补正后申请内容仍不明确", "unable_unclear_after_supplement", "unable_unclear_after_supplement", AnswerClass.Other, C),
        ("petition", "信访、举报、投诉类申请", "unprocessed_petition", "unprocessed_petition", AnswerClass.Other, C),
        ("duplicate", "重复申请", "unprocessed_duplicate", "unprocessed_duplicate", AnswerClass.Other, C),
        ("publication", "要求提供公开出版物", "unprocessed_publication", "unprocessed_publication", AnswerClass.Other, C),
        ("excessive", "无正当理由大量反复申请", "unprocessed_excessive", "unprocessed_excessive", AnswerClass.Other, C),
        ("reconfirmation", "要求确认或重新出具已获取信息", "unprocessed_reconfirm", "unprocessed_reconfirm", AnswerClass.Other, C),
        ("supplement_overdue", "申请人无正当理由逾期不补正", "other_overdue_supplement", "other", AnswerClass.Other, C),
        ("fee_overdue", "申请人逾期未缴纳信息处理费", "other_overdue_fee", "other", AnswerClass.Other, C),
        ("withdrawn", "申请人撤回申请", "other_other", "other", AnswerClass.Other, C),
        ("consultation", "咨询事项，不属于政府信息公开申请", "other_other", "other", AnswerClass.Other, C),
        ("party_information", "党务信息，不适用条例", "other_other", "other", AnswerClass.Other, C),
        ("not_administrative", "刑事司法等非行政职能中形成的信息", "other_other", "other", AnswerClass.Other, C),
        ("not_government_information", "其他不属于政府信息的情形", "other_other", "other", AnswerClass.Other, C),
        ("archives", "已移交国家档案馆，按档案法办理", "other_other", "other", AnswerClass.Other, C),
        ("case_file_access", "行政程序当事人、利害关系人查阅案卷", "other_other", "other", AnswerClass.Other, C),
        ("applicant_ceased", "申请人死亡或者终止，无人承受", "other_other", "other", AnswerClass.Other, C),
        ("other", "其他", "other_other", "other", AnswerClass.Other, C),
    ];

    private static Remedy F => Remedy.ReconsiderationFirst;

    private static Remedy C => Remedy.Choice;
}
