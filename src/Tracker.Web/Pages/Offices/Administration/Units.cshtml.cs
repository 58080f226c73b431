using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Offices;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Administration;

/// <summary>科室: the units cases are assigned to, and opening one.</summary>
[Needs(Right.Administer)]
public sealed class UnitsModel(OfficeDesk desk) : OfficeActPage<UnitsModel.Input>(desk)
{
    protected override string Done => $"已设立“{Form.Name!.Trim()}”。";

    protected override string Address => Addresses.Units(Office.Code);

    protected override void Prefill() => Form.OpenedOn = Today;

    protected override bool IsAbout(OfficeEvent fact) => fact is UnitOpened or UnitClosed;

    protected override Decision<OfficeEvent> Decide(OfficeState state, DateOnly today) =>
        OpenUnit.Decide(state, new(Form.Name!, Form.OpenedOn.GetValueOrDefault()), today);

    protected override string FieldOf(Refusal reason) => reason switch
    {
        UnitNameMissing or UnitAlreadyOpen => "Form.Name",
        OfficeDayOutOfRange => "Form.OpenedOn",
        _ => "",
    };

    public sealed class Input
    {
        [Required(ErrorMessage = "请填写科室名称。")]
        [StringLength(InputLimits.Name, ErrorMessage = InputLimits.NameTooLong)]
        public string? Name { get; set; }

        [Required(ErrorMessage = "请填写设立日期。")]
        public DateOnly? OpenedOn { get; set; }
    }
}
