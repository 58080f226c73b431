namespace Tracker.Domain.Requests;

/// <summary>交办: a unit of the office is to work on the case; given to another one later it is handed over. Never stops the clock.</summary>
/// <param name="AssignedOn">交办日期</param>
/// <param name="Unit">承办单位</param>
/// <param name="Person">承办人</param>
public sealed record CaseAssigned(DateOnly AssignedOn, string Unit, Sealed<string>? Person = null) : RequestEvent;

/// <summary>签收: the unit took the case over.</summary>
/// <param name="SignedForOn">承办单位签收日期</param>
public sealed record CaseSignedFor(DateOnly SignedForOn) : RequestEvent;

/// <summary>退回: the unit gave the case back; nobody holds it until it is assigned anew.</summary>
/// <param name="ReturnedOn">退回日期</param>
/// <param name="Reason">退回理由</param>
public sealed record CaseReturned(DateOnly ReturnedOn, Sealed<string>? Reason = null) : RequestEvent;
