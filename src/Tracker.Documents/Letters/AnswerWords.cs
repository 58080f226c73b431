using Tracker.Domain.Requests;

namespace Tracker.Documents.Letters;

/// <summary>The words of an answer, as its form asks for them and its letter says them.</summary>
public static class AnswerWords
{
    public static string Of(AnswerField field) => field switch
    {
        AnswerField.Obtaining => "获取的方式、途径和时间",
        AnswerField.Given => "提供的内容",
        AnswerField.Reasons => "理由",
        AnswerField.Law => "所依据的法律、行政法规",
        AnswerField.LawArticle => "所依据的条款",
        AnswerField.Right => "涉及的权益",
        AnswerField.ThirdPartyView => "第三方的意见，或者逾期未提出意见的情况",
        AnswerField.PublicInterest => "公共利益的衡量",
        AnswerField.WhichAffair => "内部事务信息的类别",
        AnswerField.WhichProcess => "过程性信息的类别",
        AnswerField.CaseFile => "所属案卷",
        AnswerField.SearchedBy => "检索人",
        AnswerField.SearchedIn => "检索范围",
        AnswerField.SearchedFor => "检索关键词",
        AnswerField.SearchedOn => "检索日期",
        AnswerField.SearchRecord => "检索记录",
        AnswerField.ResponsibleAgency => "负责公开的机关",
        AnswerField.AgencyContact => "该机关的联系方式",
        AnswerField.Unclear => "补正后仍不明确之处",
        AnswerField.ProperChannel => "应当通过的渠道",
        AnswerField.EarlierRequest => "此前已答复的申请",
        AnswerField.AlreadyHeld => "申请人已经获取的信息",
        AnswerField.DemandForReasons => "要求说明理由的情况",
        AnswerField.WhoCanExplain => "可以解答的机关",
        AnswerField.Function => "形成该信息的职能",
        AnswerField.Archive => "所在档案馆",
        AnswerField.Procedure => "所属程序",
        AnswerField.HowToConsult => "查阅案卷的途径",
        AnswerField.Notice => "通知书",
        AnswerField.NoticePeriod => "通知的期限",
        AnswerField.WrittenWithdrawal => "书面撤回的情况",
        AnswerField.Proof => "证明材料",
        AnswerField.SubReason => "具体情形",
    };

    public static string Of(ProtectedRight right) => right switch
    {
        ProtectedRight.TradeSecret => "商业秘密",
        ProtectedRight.Privacy => "个人隐私",
        ProtectedRight.Other => "其他合法权益",
    };

    public static string Of(InternalAffair affair) => affair switch
    {
        InternalAffair.Personnel => "人事管理",
        InternalAffair.Logistics => "后勤管理",
        InternalAffair.Workflow => "内部工作流程",
    };

    public static string Of(ProcessInformation information) => information switch
    {
        ProcessInformation.Discussion => "讨论记录",
        ProcessInformation.WorkingDraft => "过程稿",
        ProcessInformation.Correspondence => "磋商信函",
        ProcessInformation.ReportForInstructions => "请示报告",
    };

    public static string Of(Delivery delivery) => delivery switch
    {
        Delivery.Posted => "邮寄（邮政企业）",
        Delivery.Courier => "民营快递",
        Delivery.HandedOver => "当面签收",
        Delivery.ThroughAgency => "由其他机关转交",
        Delivery.Electronic => "电子发送",
    };

    public static string Of(InformationForm form) => form switch
    {
        InformationForm.Paper => "纸质",
        InformationForm.Electronic => "电子文件",
        InformationForm.Disc => "光盘等存储介质",
        InformationForm.Inspection => "当面查阅、抄录",
        InformationForm.Other => "其他形式",
    };

    public static string Of(AnswerFlag flag) => flag switch
    {
        AnswerFlag.OtherForm => "没有按申请人要求的形式提供，也没有记明理由（条例第四十条）",
        AnswerFlag.Unapproved => "答复送审后没有批准，就登记了答复",
        AnswerFlag.PrivateCourier => "答复由民营快递送出，应当通过邮政企业寄送（国办公开办函〔2016〕235号）",
    };

    public static string Of(DraftStage stage) => stage switch
    {
        DraftStage.Drafted => "拟稿",
        DraftStage.Submitted => "送审",
        DraftStage.Returned => "退回修改",
        DraftStage.Approved => "审批通过",
        DraftStage.Issued => "印发",
    };
}
