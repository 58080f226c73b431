using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Tracker.Domain;
using Tracker.Domain.Offices;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Administration;

/// <summary>撤销科室</summary>
[Needs(Right.Administer)]
public sealed class UnitModel(OfficeDesk desk) : OfficeActPage<UnitModel.Input>(desk)
{
    /// <summary>Which of the office's units.</summary>
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    public Unit Unit => State.Units[Number - 1];

    protected override string Done => $"已撤销“{Unit.Name}”。";

    protected override string Address => Addresses.Units(Office.Code);

    protected override bool IsThere => Number >= 1 && Number <= State.Units.Length;

    protected override void Prefill() => Form.ClosedOn = Today;

    protected override bool IsAbout(OfficeEvent fact) => IsThere && fact switch
    {
        UnitOpened e => e.Name == Unit.Name,
        UnitClosed e => e.Name == Unit.Name,
        _ => false,
    };

    protected override Decision<OfficeEvent> Decide(OfficeState state, DateOnly today) =>
        CloseUnit.Decide(state, new(Number, Form.ClosedOn.GetValueOrDefault()), today);

    protected override string FieldOf(Refusal reason) => reason is OfficeDayOutOfRange ? "Form.ClosedOn" : "";

    public sealed class Input
    {
        [Required(ErrorMessage = "请填写撤销日期。")]
        public DateOnly? ClosedOn { get; set; }
    }
}
