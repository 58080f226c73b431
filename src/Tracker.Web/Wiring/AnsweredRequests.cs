using Tracker.Domain.RecordCorrections;
using Tracker.Domain.Requests;
using Tracker.EventStore;
using Tracker.ReadModels;

namespace Tracker.Web.Wiring;

/// <summary>Finds the information request whose answer held the record that is to be corrected (art 41), in the same office.</summary>
public sealed class AnsweredRequests(CaseList cases, RequestStore requests)
{
    /// <summary>The request of this number or of this id; else the sentence that says why none is meant.</summary>
    public async Task<(AnsweredRequest? Found, string? WhyNot)> FindAsync(string office, string number, CancellationToken cancellationToken)
    {
        var ids = Guid.TryParse(number, out var typed) ? [typed] : await cases.IdsByNumberAsync(office, number, cancellationToken);
        if (ids.Length > 1)
        {
            return (null, $"本机关有 {ids.Length} 件信息公开申请的登记编号是“{number}”，请改填其中一件的标识。");
        }

        return ids is [var id]
            && (await requests.LoadAsync(new StreamKey(office, id), cancellationToken)).State is { Registration: { } registration } state
                ? (new(id, registration.Number, FirstAnswerOn(state)), null)
                : (null, $"本机关没有登记编号为“{number}”的信息公开申请。");
    }

    /// <summary>A void entry has answered nobody.</summary>
    private static DateOnly? FirstAnswerOn(RequestState state) =>
        state is { Voiding: null, Result: not null } && state.Answers.Select(answer => answer.LeftOn).ToList() is { Count: > 0 } left ? left.Min() : null;
}
