using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Tracker.Domain.Requests;

/// <summary>The closed list of grounds, in the order of the official table.</summary>
public static class Grounds
{
    public static ImmutableArray<Ground> All { get; } =
    [
        new("already_public", "已主动公开", "第三十六条第一项",
            "disclosed", "disclosed", AnswerClass.Agreed, Remedy.Choice, "逐项载明获取该信息的方式、途径"),
        new("disclosed", "予以公开", "第三十六条第二项",
            "disclosed", "disclosed", AnswerClass.Agreed, Remedy.Choice, "所提供的信息，或者获取该信息的方式、途径和时间"),
        new("partial", "部分公开", "第三十七条",
            "partial", "partial", AnswerClass.AgreedInPart, Remedy.Choice, "提供了哪些内容；每一不予提供的部分及其理由；分别告知救济途径"),
        new("state_secret", "属于国家秘密", "第十四条",
            "refused_state_secret", "refused_state_secret", AnswerClass.Refused, Remedy.ReconsiderationFirst, "理由"),
        new("law_forbids", "其他法律行政法规禁止公开", "第十四条",
            "refused_law_forbids", "refused_law_forbids", AnswerClass.Refused, Remedy.ReconsiderationFirst, "所依据的法律、行政法规及其条款"),
        new("security_stability", "危及国家安全、公共安全、经济安全、社会稳定", "第十四条",
            "refused_security_stability", "refused_security_stability", AnswerClass.Refused, Remedy.ReconsiderationFirst, "理由"),
        new("third_party_rights", "涉及商业秘密、个人隐私等，公开会对第三方合法权益造成损害", "第十五条",
            "refused_third_party", "refused_third_party", AnswerClass.Refused, Remedy.ReconsiderationFirst, "属于何种权益（商业秘密、个人隐私或其他）；第三方的意见或逾期未答复；公共利益的衡量"),
        new("internal_affairs", "内部事务信息（人事管理、后勤管理、内部工作流程）", "第十六条第一款",
            "refused_internal_affairs", "refused_internal_affairs", AnswerClass.Refused, Remedy.ReconsiderationFirst, "属于三类中的哪一类"),
        new("process_information", "过程性信息（讨论记录、过程稿、磋商信函、请示报告）", "第十六条第二款",
            "refused_process_info", "refused_process_info", AnswerClass.Refused, Remedy.ReconsiderationFirst, "属于四类中的哪一类"),
        new("enforcement_files", "行政执法案卷信息", "第十六条第二款",
            "refused_enforcement_files", "refused_enforcement_files", AnswerClass.Refused, Remedy.ReconsiderationFirst, "所属案卷"),
        new("administrative_query", "行政查询事项（工商、不动产登记资料等）", "第三十六条第七项",
            "refused_admin_query", "refused_admin_query", AnswerClass.Other, Remedy.Choice, "规范查询的法律、行政法规"),
        new("not_existing", "经检索没有所申请公开信息", "第三十六条第四项",
            "unable_not_held", "unable_not_held", AnswerClass.Other, Remedy.Choice, "何人、何处、以何关键词、于何日检索；附检索记录"),
        new("not_this_agency", "不属于本行政机关负责公开", "第三十六条第五项",
            "unable_not_held", "unable_not_held", AnswerClass.Other, Remedy.Choice, "理由；能够确定的，负责公开的机关名称和联系方式"),
        new("needs_creation", "没有现成信息需要加工、分析另行制作", "第三十八条",
            "unable_needs_creation", "unable_needs_creation", AnswerClass.Other, Remedy.Choice, "理由"),
        new("unclear_after_supplement", "补正后申请内容仍不明确", "第三十条",
            "unable_unclear_after_supplement", "unable_unclear_after_supplement", AnswerClass.Other, Remedy.Choice, "补正后仍不明确之处"),
        new("petition", "信访、举报、投诉类申请", "第三十九条第一款",
            "unprocessed_petition", "unprocessed_petition", AnswerClass.Other, Remedy.Choice, "应当通过的渠道"),
        new("duplicate", "重复申请", "第三十六条第六项",
            "unprocessed_duplicate", "unprocessed_duplicate", AnswerClass.Other, Remedy.Choice, "此前已答复的申请"),
        new("publication", "要求提供公开出版物", "第三十九条第二款",
            "unprocessed_publication", "unprocessed_publication", AnswerClass.Other, Remedy.Choice, "获取该出版物的途径"),
        new("excessive", "无正当理由大量反复申请", "第三十五条",
            "unprocessed_excessive", "unprocessed_excessive", AnswerClass.Other, Remedy.Choice, "要求说明理由的情况，以及理由为何不合理"),
        new("reconfirmation", "要求确认或重新出具已获取信息", "",
            "unprocessed_reconfirm", "unprocessed_reconfirm", AnswerClass.Other, Remedy.Choice, "申请人已经获取的信息"),
        new("supplement_overdue", "申请人无正当理由逾期不补正", "第三十条",
            "other_overdue_supplement", "other", AnswerClass.Other, Remedy.Choice, "补正通知及其期限"),
        new("fee_overdue", "申请人逾期未缴纳信息处理费", "第四十二条；国办函〔2020〕109号",
            "other_overdue_fee", "other", AnswerClass.Other, Remedy.Choice, "收费通知及其期限"),
        new("withdrawn", "申请人撤回申请", "",
            "other_other", "other", AnswerClass.Other, Remedy.Choice, "申请人的书面撤回"),
        new("consultation", "咨询事项，不属于政府信息公开申请", "第二条",
            "other_other", "other", AnswerClass.Other, Remedy.Choice, "为何属于咨询，可由何机关解答"),
        new("party_information", "党务信息，不适用条例", "第二条",
            "other_other", "other", AnswerClass.Other, Remedy.Choice, "为何不属于政府信息"),
        new("not_administrative", "刑事司法等非行政职能中形成的信息", "第二条",
            "other_other", "other", AnswerClass.Other, Remedy.Choice, "在何种职能中形成"),
        new("not_government_information", "其他不属于政府信息的情形", "第二条",
            "other_other", "other", AnswerClass.Other, Remedy.Choice, "为何不属于政府信息"),
        new("archives", "已移交国家档案馆，按档案法办理", "",
            "other_other", "other", AnswerClass.Other, Remedy.Choice, "所在档案馆"),
        new("case_file_access", "行政程序当事人、利害关系人查阅案卷", "",
            "other_other", "other", AnswerClass.Other, Remedy.Choice, "所属程序及查阅案卷的途径"),
        new("applicant_ceased", "申请人死亡或者终止，无人承受", "",
            "other_other", "other", AnswerClass.Other, Remedy.Choice, "证明材料"),
        new("other", "其他", "",
            "other_other", "other", AnswerClass.Other, Remedy.Choice, "具体情形"),
    ];

    private static readonly FrozenDictionary<string, Ground> ByKey = All.ToFrozenDictionary(ground => ground.Key);
    private static readonly FrozenDictionary<string, Ground> ByLabel = All.ToFrozenDictionary(ground => ground.Label);

    /// <summary>撤回: an act of the applicant's, with its own decision and event.</summary>
    public static Ground Withdrawn { get; } = ByKey["withdrawn"];

    /// <summary>逾期不补正: has its own decision, which looks at the notice's period.</summary>
    public static Ground SupplementOverdue { get; } = ByKey["supplement_overdue"];

    /// <summary>逾期未缴费: has its own decision, which looks at the time to pay.</summary>
    public static Ground FeeOverdue { get; } = ByKey["fee_overdue"];

    /// <summary>申请人死亡或者终止: nobody is left to answer; has its own decision.</summary>
    public static Ground ApplicantCeased { get; } = ByKey["applicant_ceased"];

    /// <summary>Those on which a request ends without an answer; each has an act of its own.</summary>
    public static ImmutableArray<Ground> WithoutAnswer { get; } = [SupplementOverdue, FeeOverdue, Withdrawn, ApplicantCeased];

    /// <summary>部分公开: what can be separated is given (art 37).</summary>
    public static Ground Partial { get; } = ByKey["partial"];

    /// <summary>其他: the one ground that says nothing by itself.</summary>
    public static Ground Other { get; } = ByKey["other"];

    public static Ground? Find(string key) => ByKey.GetValueOrDefault(key);

    /// <summary>A ground by its key or by its label, as a register file may name it.</summary>
    public static Ground? FindByKeyOrLabel(string text) => Find(text) ?? ByLabel.GetValueOrDefault(text);
}
