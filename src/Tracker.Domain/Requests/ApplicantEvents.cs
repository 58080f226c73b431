namespace Tracker.Domain.Requests;

/// <summary>收到身份证明 (art 29): after the registration.</summary>
/// <param name="ReceivedOn">收到身份证明日期</param>
/// <param name="Document">证件种类</param>
/// <param name="Number">证件号码</param>
public sealed record IdentityProofReceived(DateOnly ReceivedOn, IdentityDocument Document, Sealed<string>? Number = null) : RequestEvent;

/// <summary>委托代理人: somebody acts for the applicant; the applicant's kind stays the applicant's.</summary>
/// <param name="AppointedOn">委托日期</param>
/// <param name="AuthorisationOnFile">授权委托书已收存</param>
/// <param name="Name">代理人</param>
/// <param name="Contact">代理人联系方式</param>
public sealed record AgentAppointed(
    DateOnly AppointedOn, bool AuthorisationOnFile, Sealed<string>? Name = null, Sealed<string>? Contact = null) : RequestEvent;

/// <summary>代理终止: nobody acts for the applicant any more.</summary>
/// <param name="EndedOn">代理终止日期</param>
public sealed record AgentEnded(DateOnly EndedOn) : RequestEvent;

/// <summary>变更形式要求 (art 29): the applicant now wants the information in this form, in this way.</summary>
/// <param name="ToldOn">申请人提出日期</param>
/// <param name="Form">政府信息的形式</param>
/// <param name="Delivery">获取信息的方式、途径</param>
public sealed record WantedFormChanged(DateOnly ToldOn, InformationForm Form, Sealed<string>? Delivery = null) : RequestEvent;

/// <summary>共同申请人: one more applicant of the same request. It is counted once, under the kind of the first named.</summary>
/// <param name="JoinedOn">加入日期</param>
/// <param name="Kind">申请人类别 of the one who joined.</param>
/// <param name="Name">姓名或者名称</param>
/// <param name="Contact">联系方式</param>
public sealed record ApplicantJoined(
    DateOnly JoinedOn, ApplicantKind Kind, Sealed<string>? Name = null, Sealed<string>? Contact = null) : RequestEvent;

/// <summary>证件种类. Its members' names are stored: retired, never renamed.</summary>
public enum IdentityDocument
{
    /// <summary>居民身份证</summary>
    IdentityCard,

    /// <summary>载有统一社会信用代码的证照</summary>
    CreditCodeCertificate,

    /// <summary>护照等出入境证件</summary>
    TravelDocument,

    /// <summary>其他证件</summary>
    Other,
}
