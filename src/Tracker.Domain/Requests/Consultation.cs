using System.Collections.Immutable;
using Tracker.Domain.LegalTime;

namespace Tracker.Domain.Requests;

/// <summary>征求意见: one party that was asked and what became of it.</summary>
/// <param name="Number">Which of the request's consultations, from 1 on.</param>
/// <param name="Kind">Whom.</param>
/// <param name="SentOn">发出日期</param>
/// <param name="PartyReceivedOn">被征求意见方收到日期</param>
/// <param name="Party">被征求意见方</param>
public sealed record Consultation(int Number, ConsultationKind Kind, DateOnly SentOn, DateOnly? PartyReceivedOn, Sealed<string>? Party)
{
    /// <summary>The day its opinion arrived, or on which it was established that none had.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>None while it is awaited, and if it never came.</summary>
    public Opinion? Opinion { get; init; }

    public DateOnly? ApplicantToldOn { get; init; }

    /// <summary>决定公开日期: over its objection (art 32).</summary>
    public DateOnly? DisclosureDecidedOn { get; init; }

    public DateOnly? ThirdPartyToldOn { get; init; }

    public bool IsOpen => ClosedOn is null;

    /// <summary>逾期未提出意见</summary>
    public bool HasLapsed => ClosedOn is not null && Opinion is null;

    /// <summary>
    /// The last day for the opinion: the 15th working day after the party had the letter, or after its sending while that is unknown
    /// (arts 32, 34). Another agency has no such day.
    /// </summary>
    public DateOnly? Limit(WorkingCalendar calendar) => Kind switch
    {
        ConsultationKind.ThirdParty or ConsultationKind.CoAuthor =>
            calendar.AddWorkingDays(PartyReceivedOn ?? SentOn, AnswerTerm.OpinionWorkingDays),
        ConsultationKind.OtherAgency => null,
    };
}

/// <summary>The consultations of one request, by number.</summary>
internal static class Consultations
{
    public static Consultation? Numbered(this ImmutableArray<Consultation> all, int number) =>
        all.FirstOrDefault(consultation => consultation.Number == number);

    public static ImmutableArray<Consultation> With(this ImmutableArray<Consultation> all, int number, Func<Consultation, Consultation> change) =>
        [.. all.Select(consultation => consultation.Number == number ? change(consultation) : consultation)];
}
