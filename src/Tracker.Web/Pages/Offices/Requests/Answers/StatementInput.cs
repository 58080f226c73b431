using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Requests;

namespace Tracker.Web.Pages.Offices.Requests.Answers;

/// <summary>A text somebody writes: of bounded length.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WrittenAttribute() : StringLengthAttribute(InputLimits.Text)
{
    public override string FormatErrorMessage(string name) => InputLimits.TextTooLong;
}

/// <summary>Every field a ground may demand; a page asks for those of its ground.</summary>
public abstract class StatementInput
{
    [Written]
    public string? Obtaining { get; set; }

    [Written]
    public string? Given { get; set; }

    [Written]
    public string? Reasons { get; set; }

    [Written]
    public string? Law { get; set; }

    [Written]
    public string? LawArticle { get; set; }

    public ProtectedRight? Right { get; set; }

    [Written]
    public string? ThirdPartyView { get; set; }

    [Written]
    public string? PublicInterest { get; set; }

    public InternalAffair? WhichAffair { get; set; }

    public ProcessInformation? WhichProcess { get; set; }

    [Written]
    public string? CaseFile { get; set; }

    [Written]
    public string? SearchedBy { get; set; }

    [Written]
    public string? SearchedIn { get; set; }

    [Written]
    public string? SearchedFor { get; set; }

    [About(FactDate.Search)]
    public DateOnly? SearchedOn { get; set; }

    [Written]
    public string? SearchRecord { get; set; }

    [Written]
    public string? ResponsibleAgency { get; set; }

    [Written]
    public string? AgencyContact { get; set; }

    [Written]
    public string? Unclear { get; set; }

    [Written]
    public string? ProperChannel { get; set; }

    [Written]
    public string? EarlierRequest { get; set; }

    [Written]
    public string? AlreadyHeld { get; set; }

    [Written]
    public string? DemandForReasons { get; set; }

    [Written]
    public string? WhoCanExplain { get; set; }

    [Written]
    public string? Function { get; set; }

    [Written]
    public string? Archive { get; set; }

    [Written]
    public string? Procedure { get; set; }

    [Written]
    public string? HowToConsult { get; set; }

    [Written]
    public string? Notice { get; set; }

    [Written]
    public string? NoticePeriod { get; set; }

    [Written]
    public string? WrittenWithdrawal { get; set; }

    [Written]
    public string? Proof { get; set; }

    [Written]
    public string? SubReason { get; set; }

    /// <summary>What is stated; none if no field is filled in. Each call seals anew.</summary>
    public AnswerStatement? Stated()
    {
        AnswerStatement stated = new(
            Sealed.Text(Obtaining),
            Sealed.Text(Given),
            Sealed.Text(Reasons),
            Sealed.Text(Law),
            Sealed.Text(LawArticle),
            Right,
            Sealed.Text(ThirdPartyView),
            Sealed.Text(PublicInterest),
            WhichAffair,
            WhichProcess,
            Sealed.Text(CaseFile),
            Sealed.Text(SearchedBy),
            Sealed.Text(SearchedIn),
            Sealed.Text(SearchedFor),
            SearchedOn,
            Sealed.Text(SearchRecord),
            Sealed.Text(ResponsibleAgency),
            Sealed.Text(AgencyContact),
            Sealed.Text(Unclear),
            Sealed.Text(ProperChannel),
            Sealed.Text(EarlierRequest),
            Sealed.Text(AlreadyHeld),
            Sealed.Text(DemandForReasons),
            Sealed.Text(WhoCanExplain),
            Sealed.Text(Function),
            Sealed.Text(Archive),
            Sealed.Text(Procedure),
            Sealed.Text(HowToConsult),
            Sealed.Text(Notice),
            Sealed.Text(NoticePeriod),
            Sealed.Text(WrittenWithdrawal),
            Sealed.Text(Proof),
            Sealed.Text(SubReason));
        return stated == AnswerStatement.Empty ? null : stated;
    }
}
