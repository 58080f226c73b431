using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Tracker.Domain;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;

namespace Tracker.Documents.Registers;

/// <summary>A request as it will enter the book.</summary>
/// <param name="Row">Where it stands in the file.</param>
/// <param name="Events">Its facts, in the order in which they happened.</param>
public sealed record RegisterRequest(RegisterRow Row, ImmutableArray<RequestEvent> Events);

/// <summary>From a row to the facts it states, by the same decisions as any clerk's act.</summary>
public static class RegisterFacts
{
    /// <summary>The row's acts one after another; the first that is refused is the row's fault, for what follows rests on it.</summary>
    /// <param name="today">Facts after this day are refused.</param>
    public static RowResult<RegisterRequest> Decide(RegisterRow row, WorkingCalendar calendar, DateOnly today)
    {
        var state = RequestState.None;
        var events = ImmutableArray.CreateBuilder<RequestEvent>();
        foreach (var act in Acts(row, calendar, today))
        {
            switch (act(state))
            {
                case Accepted<RequestEvent> accepted:
                    events.AddRange(accepted.Events);
                    state = accepted.Events.Aggregate(state, (before, happened) => before.Evolve(happened));
                    break;
                case Refused<RequestEvent> { Reason: RequestRefusal reason }:
                    var column = RefusalColumns.Of(reason);
                    return new RowFaulty<RegisterRequest>(
                        [new(row.Row, column.Heading, RegisterFault.Show(column, Cell(row, column)), Expected: null, reason)]);
                default:
                    throw new UnreachableException();
            }
        }

        return new RowAccepted<RegisterRequest>(new(row, events.ToImmutable()));
    }

    /// <summary>
    /// Received first, answered last, what lies between in the order of its days. A supplement never stands before its notice:
    /// with the dates confused, its own date is the one to point at.
    /// </summary>
    private static IEnumerable<Func<RequestState, Decision<RequestEvent>>> Acts(RegisterRow row, WorkingCalendar calendar, DateOnly today)
    {
        yield return state => ReceiveRequest.Decide(state, Receipt(row), calendar, today);

        var between = new List<(DateOnly On, Func<RequestState, Decision<RequestEvent>> Act)>();
        if (row.NoticeOn is { } noticeOn)
        {
            var notice = new IssueSupplementNotice(noticeOn, row.NoticePeriodEndsOn, Items: null);
            between.Add((noticeOn, state => IssueSupplementNotice.Decide(state, notice, today)));
        }

        if (row.SupplementOn is { } supplementOn)
        {
            var supplement = new ReceiveSupplement(supplementOn, Supplement: null);
            var on = supplementOn < row.NoticeOn ? row.NoticeOn.Value : supplementOn;
            between.Add((on, state => ReceiveSupplement.Decide(state, supplement, today)));
        }

        if (row is { ExtensionApprovedOn: { } approvedOn, ExtensionWorkingDays: { } workingDays })
        {
            var extension = new ExtendAnswerTerm(approvedOn, workingDays, NotifiedOn: null, Reason: null);
            between.Add((approvedOn, state => ExtendAnswerTerm.Decide(state, extension, today)));
        }

        foreach (var (_, act) in between.OrderBy(step => step.On)) // stable: on one day notice, supplement, extension
        {
            yield return act;
        }

        if (row is { Ground: { } ground, AnsweredOn: { } answeredOn })
        {
            yield return ground == Grounds.Withdrawn
                ? state => WithdrawRequest.Decide(state, new(answeredOn, row.DocumentNumber, Statement: null), today)
                : state => AnswerRequest.Decide(state, new(ground, answeredOn, row.DocumentNumber, Statement: null), today);
        }
    }

    private static ReceiveRequest Receipt(RegisterRow row)
    {
        var isSigned = row.Channel == Channel.SignedMail;
        return new(
            new(row.Number, NumberOrigin.Imported),
            row.Channel,
            new(row.FiledOn,
                SignedForOn: isSigned ? row.ArrivedOn : null,
                ArrivedOn: isSigned ? null : row.ArrivedOn,
                ConfirmedOn: row.ConfirmedOn),
            row.ApplicantKind,
            Sealed.Text(row.ApplicantName),
            Sealed.Text(row.Contact),
            Sealed.Text(row.Content));
    }

    /// <summary>The cell a refusal points at, in words.</summary>
    private static string? Cell(RegisterRow row, RegisterColumn column) =>
        column == RegisterColumns.FiledOn ? Day(row.FiledOn)
        : column == RegisterColumns.ArrivedOn ? Day(row.ArrivedOn)
        : column == RegisterColumns.ConfirmedOn ? Day(row.ConfirmedOn)
        : column == RegisterColumns.NoticeOn ? Day(row.NoticeOn)
        : column == RegisterColumns.NoticePeriodEndsOn ? Day(row.NoticePeriodEndsOn)
        : column == RegisterColumns.SupplementOn ? Day(row.SupplementOn)
        : column == RegisterColumns.ExtensionApprovedOn ? Day(row.ExtensionApprovedOn)
        : column == RegisterColumns.ExtensionWorkingDays ? row.ExtensionWorkingDays?.ToString(CultureInfo.InvariantCulture)
        : column == RegisterColumns.AnsweredOn ? Day(row.AnsweredOn)
        : column == RegisterColumns.Ground ? row.Ground?.Label
        : column == RegisterColumns.Number ? row.Number
        : throw new UnreachableException();

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
