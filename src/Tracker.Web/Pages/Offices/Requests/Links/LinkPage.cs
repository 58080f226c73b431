using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.EventStore;
using Tracker.Web.Wording;

namespace Tracker.Web.Pages.Offices.Requests.Links;

/// <summary>An act on this case and on another; what the other does not allow is said with its number.</summary>
/// <typeparam name="TInput">The page's own input.</typeparam>
public abstract class LinkPage<TInput>(CaseDesk desk) : CaseActPage<TInput>(desk)
    where TInput : class, new()
{
    /// <summary>This case, as the other names it.</summary>
    protected OtherCase Own => new(Case.Id, Case.Number.Text);

    /// <summary>What became of the act, with what is refused at the field that names the other case.</summary>
    protected ChangeResult<RequestState, RequestEvent>? Told(PairChange change, OtherCase other, string field)
    {
        var sentence = change switch
        {
            { OfOther: { } reason } => $"{other.Number}：{RefusalSentences.Of(reason)}",
            { Change: NotChanged<RequestState, RequestEvent>({ } reason, _) } when IsAboutOther(reason) => RefusalSentences.Of(reason),
            _ => null,
        };
        if (sentence is null)
        {
            return change.Change;
        }

        ModelState.AddModelError(field, sentence);
        return null;
    }

    private static bool IsAboutOther(Refusal reason) => reason is LinkedToItself or AlreadyLinked or NotLinked;
}
