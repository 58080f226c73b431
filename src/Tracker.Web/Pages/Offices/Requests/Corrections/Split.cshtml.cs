using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.EventStore;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Corrections;

/// <summary>拆分: the part's stream is named by the command, so that a second post meets it.</summary>
[Needs(Right.Handle)]
public sealed class SplitModel(CaseDesk desk) : CaseActPage<SplitModel.Input>(desk)
{
    private static readonly RequestNumber NotDrawnYet = new("", NumberOrigin.Counter);

    protected override string Done => "已拆分，拆出的部分另立一件，见“经过”。";

    protected override void Prefill() => Form.SplitOn = Today;

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) => Decide(state, NotDrawnYet);

    protected override async Task<ChangeResult<RequestState, RequestEvent>?> ChangeAsync(
        RequestStore store, Guid id, Act act, CancellationToken cancellationToken) =>
        await store.SplitAsync(id, SeenVersion, act, Decide, (whole, split) => SplitRequest.PartOf(whole, id, split, Texts(whole)), cancellationToken);

    private Decision<RequestEvent> Decide(RequestState state, RequestNumber number) =>
        SplitRequest.Decide(state, new(CommandId, Form.SplitOn.GetValueOrDefault(), Sealed.Text(Form.Reason)), number, Today);

    /// <summary>The applicant's texts, opened here and sealed anew under the part's key.</summary>
    private PartTexts Texts(RequestState whole) => new(
        Sealed.Text(Opened(whole.Registration!.ApplicantName)), Sealed.Text(Opened(whole.Registration.Contact)), Sealed.Text(Form.Content),
        Sealed.Text(Opened(whole.Registration.IdentityNumber)), Sealed.Text(Opened(whole.WantedDelivery)))
    {
        Beside =
        [
            .. whole.JoinedApplicants.Select(joined => joined with { Name = Anew(joined.Name), Contact = Anew(joined.Contact) }),
            .. whole.Agent is { } agent ? [agent with { Name = Anew(agent.Name), Contact = Anew(agent.Contact) }] : ImmutableArray<RequestEvent>.Empty,
        ],
    };

    private Sealed<string>? Anew(Sealed<string>? value) => Sealed.Text(Opened(value));

    public sealed class Input
    {
        [About(FactDate.Split)]
        [Required(ErrorMessage = "请填写拆分日期。")]
        public DateOnly? SplitOn { get; set; }

        [Required(ErrorMessage = "请填写拆出部分的申请内容。")]
        [StringLength(InputLimits.Text, ErrorMessage = InputLimits.TextTooLong)]
        public string? Content { get; set; }

        [Required(ErrorMessage = "请写明拆分的理由。")]
        [StringLength(InputLimits.Text, ErrorMessage = InputLimits.TextTooLong)]
        public string? Reason { get; set; }
    }
}
