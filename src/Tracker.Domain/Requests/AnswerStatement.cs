namespace Tracker.Domain.Requests;

/// <summary>
/// 答复载明的事项: what the ground of an answer demands it to state, member by member. Which ground demands which stands in
/// <see cref="AnswerDemands"/>. It is part of a stored fact: members may be added, none renamed.
/// </summary>
/// <param name="Obtaining">获取的方式、途径和时间</param>
/// <param name="Given">提供的内容</param>
/// <param name="Reasons">理由</param>
/// <param name="Law">所依据的法律、行政法规</param>
/// <param name="LawArticle">其条款</param>
/// <param name="Right">涉及的权益</param>
/// <param name="ThirdPartyView">第三方的意见, or its silence</param>
/// <param name="PublicInterest">公共利益的衡量</param>
/// <param name="WhichAffair">属于哪一类内部事务信息</param>
/// <param name="WhichProcess">属于哪一类过程性信息</param>
/// <param name="CaseFile">所属案卷</param>
/// <param name="SearchedBy">检索人</param>
/// <param name="SearchedIn">检索范围</param>
/// <param name="SearchedFor">检索关键词</param>
/// <param name="SearchedOn">检索日期</param>
/// <param name="SearchRecord">检索记录: where it stands.</param>
/// <param name="ResponsibleAgency">负责公开的机关</param>
/// <param name="AgencyContact">其联系方式</param>
/// <param name="Unclear">仍不明确之处</param>
/// <param name="ProperChannel">应当通过的渠道</param>
/// <param name="EarlierRequest">此前已答复的申请</param>
/// <param name="AlreadyHeld">申请人已经获取的信息</param>
/// <param name="DemandForReasons">要求说明理由的情况</param>
/// <param name="WhoCanExplain">可以解答的机关</param>
/// <param name="Function">形成信息的职能</param>
/// <param name="Archive">所在档案馆</param>
/// <param name="Procedure">所属程序</param>
/// <param name="HowToConsult">查阅案卷的途径</param>
/// <param name="Notice">通知书</param>
/// <param name="NoticePeriod">通知的期限</param>
/// <param name="WrittenWithdrawal">书面撤回</param>
/// <param name="Proof">证明材料</param>
/// <param name="SubReason">具体情形</param>
public sealed record AnswerStatement(
    Sealed<string>? Obtaining = null,
    Sealed<string>? Given = null,
    Sealed<string>? Reasons = null,
    Sealed<string>? Law = null,
    Sealed<string>? LawArticle = null,
    ProtectedRight? Right = null,
    Sealed<string>? ThirdPartyView = null,
    Sealed<string>? PublicInterest = null,
    InternalAffair? WhichAffair = null,
    ProcessInformation? WhichProcess = null,
    Sealed<string>? CaseFile = null,
    Sealed<string>? SearchedBy = null,
    Sealed<string>? SearchedIn = null,
    Sealed<string>? SearchedFor = null,
    DateOnly? SearchedOn = null,
    Sealed<string>? SearchRecord = null,
    Sealed<string>? ResponsibleAgency = null,
    Sealed<string>? AgencyContact = null,
    Sealed<string>? Unclear = null,
    Sealed<string>? ProperChannel = null,
    Sealed<string>? EarlierRequest = null,
    Sealed<string>? AlreadyHeld = null,
    Sealed<string>? DemandForReasons = null,
    Sealed<string>? WhoCanExplain = null,
    Sealed<string>? Function = null,
    Sealed<string>? Archive = null,
    Sealed<string>? Procedure = null,
    Sealed<string>? HowToConsult = null,
    Sealed<string>? Notice = null,
    Sealed<string>? NoticePeriod = null,
    Sealed<string>? WrittenWithdrawal = null,
    Sealed<string>? Proof = null,
    Sealed<string>? SubReason = null)
{
    /// <summary>Nothing is stated.</summary>
    public static AnswerStatement Empty { get; } = new();
}

/// <summary>涉及的权益 (art 15). Its members' names are stored: retired, never renamed.</summary>
public enum ProtectedRight
{
    /// <summary>商业秘密</summary>
    TradeSecret,

    /// <summary>个人隐私</summary>
    Privacy,

    /// <summary>其他合法权益</summary>
    Other,
}

/// <summary>三类内部事务信息 (art 16(1)). Its members' names are stored: retired, never renamed.</summary>
public enum InternalAffair
{
    /// <summary>人事管理</summary>
    Personnel,

    /// <summary>后勤管理</summary>
    Logistics,

    /// <summary>内部工作流程</summary>
    Workflow,
}

/// <summary>四类过程性信息 (art 16(2)). Its members' names are stored: retired, never renamed.</summary>
public enum ProcessInformation
{
    /// <summary>讨论记录</summary>
    Discussion,

    /// <summary>过程稿</summary>
    WorkingDraft,

    /// <summary>磋商信函</summary>
    Correspondence,

    /// <summary>请示报告</summary>
    ReportForInstructions,
}
