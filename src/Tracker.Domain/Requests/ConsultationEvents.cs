using Tracker.Domain.LegalTime;

namespace Tracker.Domain.Requests;

/// <summary>征求意见: somebody is asked before the request is answered (arts 32, 34). The applicant may be told of it.</summary>
/// <param name="Number">Which of the request's consultations, from 1 on.</param>
/// <param name="Kind">Whom: 第三方, 共同制作机关, 其他机关.</param>
/// <param name="SentOn">发出日期: the last day that is still counted.</param>
/// <param name="PartyReceivedOn">The day the party had it, from which its 15 working days count; unknown as a rule.</param>
/// <param name="Party">被征求意见方</param>
/// <param name="Matter">征求意见的内容</param>
public sealed record ConsultationOpened(
    int Number,
    ConsultationKind Kind,
    DateOnly SentOn,
    DateOnly? PartyReceivedOn = null,
    Sealed<string>? Party = null,
    Sealed<string>? Matter = null) : RequestEvent;

/// <summary>征求意见函送达: the day the party had it became known; its 15 working days count from the day after (arts 32, 34).</summary>
/// <param name="Number">Which consultation.</param>
/// <param name="ReceivedOn">被征求意见方收到日期</param>
public sealed record ConsultationServed(int Number, DateOnly ReceivedOn) : RequestEvent;

/// <summary>收到意见: the opinion arrived; that day is the last that is not counted.</summary>
/// <param name="Number">Which consultation.</param>
/// <param name="ReceivedOn">收到意见日期</param>
/// <param name="Opinion">What it comes to.</param>
/// <param name="Text">意见内容</param>
public sealed record ConsultationAnswered(int Number, DateOnly ReceivedOn, Opinion Opinion, Sealed<string>? Text = null) : RequestEvent;

/// <summary>
/// 逾期未提出意见: a person has established that the 15 working days are over without an opinion. Of a third party the agency decides
/// (art 32); a co-author counts as consenting (art 34).
/// </summary>
/// <param name="Number">Which consultation.</param>
/// <param name="EstablishedOn">认定日期</param>
public sealed record ConsultationLapsed(int Number, DateOnly EstablishedOn) : RequestEvent;

/// <summary>告知申请人征求意见: the applicant was told that the time this takes is not counted (art 33).</summary>
/// <param name="Number">Which consultation.</param>
/// <param name="ToldOn">告知日期</param>
public sealed record ApplicantToldOfConsultation(int Number, DateOnly ToldOn) : RequestEvent;

/// <summary>
/// 第三方不同意而决定公开: not to disclose would gravely harm the public interest (art 32). The third party must be told in writing what
/// will be disclosed, and why.
/// </summary>
/// <param name="Number">Whose objection.</param>
/// <param name="DecidedOn">决定日期</param>
/// <param name="Reasons">公开的内容和理由</param>
public sealed record DisclosureOverObjectionDecided(int Number, DateOnly DecidedOn, Sealed<string>? Reasons = null) : RequestEvent;

/// <summary>书面告知第三方: told what will be disclosed over its objection, and why (art 32).</summary>
/// <param name="Number">Which consultation.</param>
/// <param name="ToldOn">告知日期</param>
public sealed record ThirdPartyToldOfDisclosure(int Number, DateOnly ToldOn) : RequestEvent;

/// <summary>意见: what a party that was asked says. Its members' names are stored: retired, never renamed.</summary>
public enum Opinion
{
    /// <summary>同意公开</summary>
    Consents,

    /// <summary>部分同意公开</summary>
    ConsentsInPart,

    /// <summary>不同意公开</summary>
    Objects,

    /// <summary>没有明确意见</summary>
    Undecided,
}
