using System.Diagnostics.CodeAnalysis;

namespace Tracker.Domain.Requests;

/// <summary>One thing an answer may have to state; each is the member of <see cref="AnswerStatement"/> of the same name.</summary>
public enum AnswerField
{
    /// <summary>获取的方式、途径和时间</summary>
    Obtaining,

    /// <summary>提供的内容</summary>
    Given,

    /// <summary>理由</summary>
    Reasons,

    /// <summary>所依据的法律、行政法规</summary>
    Law,

    /// <summary>其条款</summary>
    LawArticle,

    /// <summary>涉及的权益</summary>
    Right,

    /// <summary>第三方的意见</summary>
    ThirdPartyView,

    /// <summary>公共利益的衡量</summary>
    PublicInterest,

    /// <summary>属于哪一类内部事务信息</summary>
    WhichAffair,

    /// <summary>属于哪一类过程性信息</summary>
    WhichProcess,

    /// <summary>所属案卷</summary>
    CaseFile,

    /// <summary>检索人</summary>
    SearchedBy,

    /// <summary>检索范围</summary>
    SearchedIn,

    /// <summary>检索关键词</summary>
    SearchedFor,

    /// <summary>检索日期</summary>
    SearchedOn,

    /// <summary>检索记录</summary>
    SearchRecord,

    /// <summary>负责公开的机关</summary>
    ResponsibleAgency,

    /// <summary>其联系方式</summary>
    AgencyContact,

    /// <summary>仍不明确之处</summary>
    Unclear,

    /// <summary>应当通过的渠道</summary>
    ProperChannel,

    /// <summary>此前已答复的申请</summary>
    EarlierRequest,

    /// <summary>申请人已经获取的信息</summary>
    AlreadyHeld,

    /// <summary>要求说明理由的情况</summary>
    DemandForReasons,

    /// <summary>可以解答的机关</summary>
    WhoCanExplain,

    /// <summary>形成信息的职能</summary>
    Function,

    /// <summary>所在档案馆</summary>
    Archive,

    /// <summary>所属程序</summary>
    Procedure,

    /// <summary>查阅案卷的途径</summary>
    HowToConsult,

    /// <summary>通知书</summary>
    Notice,

    /// <summary>通知的期限</summary>
    NoticePeriod,

    /// <summary>书面撤回</summary>
    WrittenWithdrawal,

    /// <summary>证明材料</summary>
    Proof,

    /// <summary>具体情形</summary>
    SubReason,
}

/// <summary>What stands in a field.</summary>
public static class AnswerFields
{
    /// <summary>A sealed text, a day or a member of an enumeration; none if nothing is stated.</summary>
    public static object? Value(this AnswerStatement stated, AnswerField field) => field switch
    {
        AnswerField.Obtaining => stated.Obtaining,
        AnswerField.Given => stated.Given,
        AnswerField.Reasons => stated.Reasons,
        AnswerField.Law => stated.Law,
        AnswerField.LawArticle => stated.LawArticle,
        AnswerField.Right => stated.Right,
        AnswerField.ThirdPartyView => stated.ThirdPartyView,
        AnswerField.PublicInterest => stated.PublicInterest,
        AnswerField.WhichAffair => stated.WhichAffair,
        AnswerField.WhichProcess => stated.WhichProcess,
        AnswerField.CaseFile => stated.CaseFile,
        AnswerField.SearchedBy => stated.SearchedBy,
        AnswerField.SearchedIn => stated.SearchedIn,
        AnswerField.SearchedFor => stated.SearchedFor,
        AnswerField.SearchedOn => stated.SearchedOn,
        AnswerField.SearchRecord => stated.SearchRecord,
        AnswerField.ResponsibleAgency => stated.ResponsibleAgency,
        AnswerField.AgencyContact => stated.AgencyContact,
        AnswerField.Unclear => stated.Unclear,
        AnswerField.ProperChannel => stated.ProperChannel,
        AnswerField.EarlierRequest => stated.EarlierRequest,
        AnswerField.AlreadyHeld => stated.AlreadyHeld,
        AnswerField.DemandForReasons => stated.DemandForReasons,
        AnswerField.WhoCanExplain => stated.WhoCanExplain,
        AnswerField.Function => stated.Function,
        AnswerField.Archive => stated.Archive,
        AnswerField.Procedure => stated.Procedure,
        AnswerField.HowToConsult => stated.HowToConsult,
        AnswerField.Notice => stated.Notice,
        AnswerField.NoticePeriod => stated.NoticePeriod,
        AnswerField.WrittenWithdrawal => stated.WrittenWithdrawal,
        AnswerField.Proof => stated.Proof,
        AnswerField.SubReason => stated.SubReason,
    };

    public static bool States([NotNullWhen(true)] this AnswerStatement? stated, AnswerField field) => stated?.Value(field) is not null;
}
