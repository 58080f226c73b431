using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tracker.Domain;
using Tracker.Domain.Offices;
using Tracker.Domain.Reminding;
using Tracker.Web.Accounts;
using Tracker.Web.Wording;

namespace Tracker.Web.Pages.Offices.Administration;

/// <summary>提醒时点 of one matter.</summary>
[Needs(Right.Administer)]
public sealed class ReminderTimeModel(OfficeDesk desk) : OfficeActPage<ReminderTimeModel.Input>(desk)
{
    // From which one of the two heads may be told; what an office has set beside these is offered too.
    private static readonly ImmutableArray<int> Offered = [30, 20, 15, 10, 7, 5, 3, 2, 1, 0, -1, -2, -3, -5, -10];

    [BindProperty(SupportsGet = true)]
    public DueMatter Matter { get; set; }

    protected override bool IsThere => Enum.IsDefined(Matter) && IsNamed(nameof(Matter), Matter);

    protected override string Done => $"已设定“{ReminderWords.Of(Matter)}”的提醒时点。";

    protected override string Address => Addresses.ReminderTimes(Office.Code);

    protected override void Prefill()
    {
        var times = State.TimesOf(Matter);
        Form = new()
        {
            Before = string.Join('、', times.Before),
            EachDayAfter = times.EachDayAfter,
            UnitHeadFrom = times.UnitHeadFrom,
            OfficeHeadFrom = times.OfficeHeadFrom,
        };
    }

    /// <summary>From which step on a head may be told as well.</summary>
    public IEnumerable<SelectListItem> Steps(int? set) => Offered.Union(set is { } step ? [step] : []).OrderDescending()
        .Select(step => new SelectListItem($"{ReminderWords.Step(step)}起", step.ToString(CultureInfo.InvariantCulture)));

    protected override bool IsAbout(OfficeEvent fact) => fact is ReminderTimesSet set && set.Matter == Matter;

    protected override Decision<OfficeEvent> Decide(OfficeState state, DateOnly today) =>
        SetReminderTimes.Decide(state, new(Matter, new(Form.Days, Form.EachDayAfter, Form.UnitHeadFrom, Form.OfficeHeadFrom)), today);

    protected override string FieldOf(Refusal reason) => reason switch
    {
        ReminderStepsNotValid or NobodyReminded => "Form.Before",
        EscalationNotValid or EscalationNeverReached { OfficeHead: true } => "Form.OfficeHeadFrom",
        EscalationNeverReached => "Form.UnitHeadFrom",
        _ => "",
    };

    public sealed class Input
    {
        [MaxLength(100, ErrorMessage = "提前的工作日数太长。")]
        public string? Before { get; set; }

        public bool EachDayAfter { get; set; }

        public int? UnitHeadFrom { get; set; }

        public int? OfficeHeadFrom { get; set; }

        /// <summary>What was typed; a piece that is no number is a step that cannot be set.</summary>
        internal ImmutableArray<int> Days =>
        [
            .. new string([.. (Before ?? "").Select(Plain)]).Split(['、', '，', ',', ' ', ';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(piece => int.TryParse(piece, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : int.MaxValue),
        ];

        private static char Plain(char sign) => sign is >= '０' and <= '９' ? (char)(sign - '０' + '0') : sign;
    }
}
