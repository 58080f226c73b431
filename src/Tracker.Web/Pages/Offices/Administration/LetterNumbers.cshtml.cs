using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Offices;
using Tracker.EventStore;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Administration;

/// <summary>文号: the 机关代字 with which the counter numbers letters.</summary>
[Needs(Right.Administer)]
public sealed class LetterNumbersModel(OfficeDesk desk, LetterIssues letters) : OfficeActPage<LetterNumbersModel.Input>(desk)
{
    private LettersInUse used = new(new Dictionary<int, int>(), []);

    /// <summary>The number a letter of today would get; none without a code.</summary>
    public LetterNumber? Next { get; private set; }

    protected override string Done => $"已设定机关代字“{Form.Code!.Trim()}”。";

    protected override string Address => Addresses.LetterNumbers(Office.Code);

    protected override void Prefill() => Form = new() { Code = State.LetterCodes.LastOrDefault()?.Code, SetOn = Today };

    protected override bool IsAbout(OfficeEvent fact) => fact is LetterCodeSet;

    protected override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        used = HttpMethods.IsPost(Request.Method)
            ? await letters.InUseAsync(Office.Code, cancellationToken)
            : used with { Drawn = await letters.DrawnAsync(Office.Code, cancellationToken) };
        Next = State.LettersOn(Today) is { } series
            ? series.At(Math.Max(used.Drawn.GetValueOrDefault(series.Year), series.UsedUpTo) + 1)
            : null;
    }

    protected override Decision<OfficeEvent> Decide(OfficeState state, DateOnly today) =>
        SetLetterCode.Decide(state, new(Form.Code!, Form.SetOn.GetValueOrDefault(), Form.UsedUpTo), used, today);

    protected override string FieldOf(Refusal reason) => reason switch
    {
        LetterCodeNotValid => "Form.Code",
        OfficeDayOutOfRange => "Form.SetOn",
        LetterNumbersBegun or LetterNumberRepeated => "Form.UsedUpTo",
        _ => "",
    };

    public sealed class Input
    {
        [Required(ErrorMessage = "请填写机关代字。")]
        public string? Code { get; set; }

        [Required(ErrorMessage = "请填写启用日期。")]
        public DateOnly? SetOn { get; set; }

        [Range(1, 999_999, ErrorMessage = "序号应为 1 至 999999 的整数。")]
        public int? UsedUpTo { get; set; }
    }
}
