using Tracker.Documents.Letters;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;

namespace Tracker.Web.Wording;

/// <summary>The one word for each member of the domain's enumerations.</summary>
public static class Words
{
    public static string Of(ApplicantKind kind) => kind switch
    {
        ApplicantKind.NaturalPerson => "自然人",
        ApplicantKind.CommercialEnterprise => "商业企业",
        ApplicantKind.ResearchInstitution => "科研机构",
        ApplicantKind.PublicWelfareOrganisation => "社会公益组织",
        ApplicantKind.LegalServiceInstitution => "法律服务机构",
        ApplicantKind.OtherOrganisation => "其他",
    };

    public static string Of(Channel channel) => channel switch
    {
        Channel.InPerson => "当面",
        Channel.SignedMail => "信函（挂号信、EMS）",
        Channel.UnsignedMail => "平信",
        Channel.Online => "网络",
        Channel.Fax => "传真",
        Channel.Email => "电子邮件",
    };

    public static string Of(ReceiptBasis basis) => basis switch
    {
        ReceiptBasis.HandedIn => "当面提交，以提交之日为收到之日（条例第三十一条第一项）",
        ReceiptBasis.SignedFor => "需签收的信函，以签收之日为收到之日（条例第三十一条第二项）",
        ReceiptBasis.Confirmed => "以与申请人确认之日为收到之日（条例第三十一条第二、三项）",
        ReceiptBasis.AutoAcknowledged => "系统自动回执，本机关已公告视为确认，以提交之日为收到之日（条例第三十一条第三项）",
        ReceiptBasis.SignatureMissing => "缺签收日期，暂从提交之日起算",
        ReceiptBasis.ConfirmationMissing => "缺确认日期，暂从提交之日起算",
    };

    public static string Of(MissingFact missing) => missing switch
    {
        MissingFact.SignatureDate => "签收日期",
        MissingFact.ConfirmationDate => "确认日期",
        MissingFact.ApplicantNameOrContact => "申请人或者联系方式",
        MissingFact.Content => "申请内容",
        MissingFact.SupplementPeriod => "补正截止日期",
        MissingFact.SupplementNotice => "补正通知",
        MissingFact.AnswerStatement => "答复应当载明的内容",
        MissingFact.DisclosureNotice => "将公开的内容和理由书面告知第三方（条例第三十二条）",
        MissingFact.ExtensionNotice => "延期告知（条例第三十三条）",
        MissingFact.DisclosureDecision => "第三方不同意而决定公开的记录（条例第三十二条）",
        MissingFact.WithheldParts => "不予提供的部分及其理由（条例第三十七条）",
    };

    public static string Of(ConsultationKind kind) => kind switch
    {
        ConsultationKind.ThirdParty => "第三方",
        ConsultationKind.CoAuthor => "共同制作机关",
        ConsultationKind.OtherAgency => "其他机关",
    };

    public static string Of(Opinion opinion) => opinion switch
    {
        Opinion.Consents => "同意公开",
        Opinion.ConsentsInPart => "部分同意公开",
        Opinion.Objects => "不同意公开",
        Opinion.Undecided => "没有明确意见",
    };

    public static string Of(FeeScale scale) => scale switch
    {
        FeeScale.ByItem => "按件计收",
        FeeScale.ByPage => "按量计收",
    };

    /// <summary>12 件, 68 页</summary>
    public static string Of(FeeScale scale, int count) => scale switch
    {
        FeeScale.ByItem => $"{count} 件",
        FeeScale.ByPage => $"{count} 页",
    };

    public static string Of(ReasonsJudgement judgement) => judgement switch
    {
        ReasonsJudgement.Reasonable => "理由合理",
        ReasonsJudgement.Unreasonable => "理由不合理",
    };

    public static string Of(Remedy remedy) => remedy switch
    {
        Remedy.ReconsiderationFirst => "应当先申请行政复议（行政复议法第二十三条第一款第四项）",
        Remedy.Choice => "可以申请行政复议，也可以提起行政诉讼",
    };

    public static string Of(ReAnswerAuthority by) => by switch
    {
        ReAnswerAuthority.Reconsideration => "行政复议机关",
        ReAnswerAuthority.Court => "人民法院",
    };

    public static string Of(FactDate date) => date switch
    {
        FactDate.Filed => "提交日期",
        FactDate.MailRoom => "收发室签收日期",
        FactDate.SignedFor => "签收日期",
        FactDate.Arrived => "到达日期",
        FactDate.ReachedOffice => "公开机构收到日期",
        FactDate.Confirmed => "确认日期",
        FactDate.SupplementNotice => "补正通知日期",
        FactDate.SupplementPeriod => "补正截止日期",
        FactDate.Supplement => "收到补正日期",
        FactDate.Extension => "延期批准日期",
        FactDate.ExtensionNotice => "延期告知日期",
        FactDate.Answer => "答复日期",
        FactDate.Withdrawal => "撤回日期",
        FactDate.Consultation => "征求意见发出日期",
        FactDate.ConsultationService => "被征求意见方收到日期",
        FactDate.Opinion => "收到意见日期",
        FactDate.ConsultationLapse => "认定逾期未提出意见的日期",
        FactDate.ConsultationNotice => "告知申请人征求意见的日期",
        FactDate.DisclosureDecision => "决定公开的日期",
        FactDate.DisclosureNotice => "书面告知第三方的日期",
        FactDate.FeeNotice => "收费通知日期",
        FactDate.FeeNoticeService => "申请人收到收费通知日期",
        FactDate.Payment => "缴费日期",
        FactDate.Waiver => "减免日期",
        FactDate.Closing => "确认办结日期",
        FactDate.ReasonsDemand => "要求说明理由日期",
        FactDate.ReasonsJudgement => "认定理由日期",
        FactDate.LaterDateNotice => "告知另行确定答复时间的日期",
        FactDate.LaterDate => "另行确定的答复日期",
        FactDate.ExtensionProposal => "延期报批日期",
        FactDate.ExtensionReturn => "延期退回日期",
        FactDate.Note => "备注日期",
        FactDate.TakingBack => "撤销日期",
        FactDate.Voiding => "作废日期",
        FactDate.Correction => "更正日期",
        FactDate.EvidenceDemand => "要求补充证据日期",
        FactDate.Evidence => "收到补充证据日期",
        FactDate.RecordFinding => "审核认定日期",
        FactDate.RecordNotice => "告知申请人日期",
        FactDate.Transfer => "转送日期",
        FactDate.Reopening => "恢复办理日期",
        FactDate.OrderService => "收到决定书或者判决书日期",
        FactDate.OrderedTerm => "重新答复的期限",
        FactDate.Split => "拆分日期",
        FactDate.IdentityProof => "收到身份证明日期",
        FactDate.AgentAppointment => "委托日期",
        FactDate.AgentEnd => "代理终止日期",
        FactDate.WantedForm => "申请人提出日期",
        FactDate.Joining => "加入日期",
        FactDate.Assignment => "交办日期",
        FactDate.AssignmentSignature => "承办单位签收日期",
        FactDate.AssignmentReturn => "承办单位退回日期",
        FactDate.WithheldPart => "认定不予提供的日期",
        FactDate.WithheldPartRemoval => "撤销不予提供的日期",
        FactDate.Draft => "拟稿日期",
        FactDate.Submission => "送审日期",
        FactDate.AnswerReturn => "退回修改日期",
        FactDate.AnswerApproval => "审批日期",
        FactDate.AnswerIssue => "落款日期",
        FactDate.Search => "检索日期",
        FactDate.Linking => "关联日期",
        FactDate.Unlinking => "取消关联日期",
    };

    public static string Of(InformationForm form) => AnswerWords.Of(form);

    public static string Of(IdentityDocument document) => document switch
    {
        IdentityDocument.IdentityCard => "居民身份证",
        IdentityDocument.CreditCodeCertificate => "载有统一社会信用代码的证照",
        IdentityDocument.TravelDocument => "护照等出入境证件",
        IdentityDocument.Other => "其他证件",
    };

    public static string Of(IdentityHint hint) => hint switch
    {
        IdentityHint.NotValid => "号码的校验码或者其中的出生日期有误，请核对",
        IdentityHint.OfNaturalPerson => "这是居民身份证号码，而申请人类别不是自然人，请核对",
        IdentityHint.OfOrganisation => "这是统一社会信用代码，而申请人类别是自然人，请核对",
    };

    /// <summary>2026-03-05 09:00, in China.</summary>
    public static string Moment(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm");

    /// <summary>2026年3月5日</summary>
    public static string Day(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";
}
