using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.EventStore;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Routing;

/// <summary>交办</summary>
[Needs(Right.Assign)]
public sealed class AssignmentModel(CaseDesk desk, OfficeStore offices) : CaseActPage<AssignmentModel.Input>(desk)
{
    /// <summary>科室 that are there; none if the office lists none.</summary>
    public ImmutableArray<string> Units { get; private set; } = [];

    protected override string Done => "已登记交办。";

    protected override void Prefill() => Form.AssignedOn = Today;

    protected override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var office = await offices.OfAsync(Office.Code, cancellationToken);
        Units = [.. office.OpenUnits.Select(unit => unit.Name)];
    }

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) =>
        AssignCase.Decide(
            state, new(Form.AssignedOn.GetValueOrDefault(), Form.Unit?.Trim() ?? "", Sealed.Text(Form.Person)), today);

    public sealed class Input
    {
        [About(FactDate.Assignment)]
        [Required(ErrorMessage = "请填写交办日期。")]
        public DateOnly? AssignedOn { get; set; }

        [Required(ErrorMessage = "请填写承办单位。")]
        [StringLength(InputLimits.Name, ErrorMessage = InputLimits.NameTooLong)]
        [RegularExpression(@"[^\p{Cc}]*", ErrorMessage = "承办单位不能含有换行等控制字符。")]
        public string? Unit { get; set; }

        [StringLength(InputLimits.Name, ErrorMessage = InputLimits.NameTooLong)]
        public string? Person { get; set; }
    }
}
