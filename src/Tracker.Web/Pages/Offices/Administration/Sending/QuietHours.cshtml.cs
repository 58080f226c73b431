using Tracker.Domain;
using Tracker.Domain.Offices;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Administration.Sending;

/// <summary>免打扰时段: when no reminder leaves the product.</summary>
[Needs(Right.Administer)]
public sealed class QuietHoursModel(OfficeDesk desk) : OfficeActPage<QuietHoursModel.Input>(desk)
{
    protected override string Done => "已保存免打扰时段。已经排好的消息仍在原定时间发出。";

    protected override string Address => Addresses.QuietHours(Office.Code);

    protected override void Prefill() => Form = new() { From = State.QuietHours.From, To = State.QuietHours.To };

    protected override bool IsAbout(OfficeEvent fact) => fact is QuietHoursSet;

    protected override Decision<OfficeEvent> Decide(OfficeState state, DateOnly today) =>
        SetQuietHours.Decide(state, new(new(Form.From, Form.To)), today);

    protected override string FieldOf(Refusal reason) => reason is QuietHoursNotOvernight ? "Form.To" : "";

    public sealed class Input
    {
        public TimeOnly? From { get; set; }

        public TimeOnly? To { get; set; }
    }
}
