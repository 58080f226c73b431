namespace Tracker.Domain.Requests;

/// <summary>延期报批: an extension was proposed to the head of the disclosure office (art 33). No effect on the clock.</summary>
/// <param name="ProposedOn">报批日期</param>
/// <param name="WorkingDays">拟延长工作日数</param>
/// <param name="Reason">延期理由</param>
public sealed record ExtensionProposed(DateOnly ProposedOn, int WorkingDays, Sealed<string>? Reason = null) : RequestEvent;

/// <summary>延期退回: the head of the disclosure office did not agree.</summary>
/// <param name="ReturnedOn">退回日期</param>
/// <param name="Reason">退回理由</param>
public sealed record ExtensionReturned(DateOnly ReturnedOn, Sealed<string>? Reason = null) : RequestEvent;

/// <summary>告知延期: the applicant was told of the extension of the current term (art 33).</summary>
/// <param name="ToldOn">告知日期</param>
public sealed record ApplicantToldOfExtension(DateOnly ToldOn) : RequestEvent;
