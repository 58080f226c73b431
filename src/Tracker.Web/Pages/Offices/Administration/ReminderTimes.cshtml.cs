using Tracker.Domain;
using Tracker.Domain.Offices;
using Tracker.Domain.Reminding;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Administration;

/// <summary>提醒时点 of every matter, and 机关性质, on which the term of the annual report depends.</summary>
[Needs(Right.Administer)]
public sealed class ReminderTimesModel(OfficeDesk desk) : OfficeActPage<ReminderTimesModel.Input>(desk)
{
    protected override string Done => "已登记机关性质。";

    protected override string Address => Addresses.ReminderTimes(Office.Code);

    protected override void Prefill() => Form.Nature = State.Nature;

    protected override bool IsAbout(OfficeEvent fact) => fact is ReminderTimesSet or OfficeNatureSet;

    protected override Decision<OfficeEvent> Decide(OfficeState state, DateOnly today) => SetOfficeNature.Decide(state, new(Form.Nature), today);

    protected override string FieldOf(Refusal reason) => "";

    public sealed class Input
    {
        public OfficeNature Nature { get; set; }
    }
}
