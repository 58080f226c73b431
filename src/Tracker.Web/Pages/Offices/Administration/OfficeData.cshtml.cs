using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Offices;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Administration;

/// <summary>机关资料: the office's name, and how its disclosure office can be reached.</summary>
[Needs(Right.Administer)]
public sealed class OfficeDataModel(OfficeDesk desk) : OfficeActPage<OfficeDataModel.Input>(desk)
{
    protected override string Done => "已保存机关资料。";

    protected override string Address => Addresses.OfficeData(Office.Code);

    protected override void Prefill() => Form = new()
    {
        Name = State.Name,
        Address = State.Contact?.Address,
        Postcode = State.Contact?.Postcode,
        Telephone = State.Contact?.Telephone,
        Hours = State.Contact?.Hours,
    };

    protected override bool IsAbout(OfficeEvent fact) => fact is OfficeOpened or OfficeRenamed or OfficeContactSet;

    protected override Decision<OfficeEvent> Decide(OfficeState state, DateOnly today) => SetOfficeData.Decide(
        state, new(Form.Name!, Form.NamedOn, new(today, Form.Address, Form.Postcode, Form.Telephone, Form.Hours)), today);

    protected override string FieldOf(Refusal reason) => reason switch
    {
        OfficeNameMissing => "Form.Name",
        OfficeDayOutOfRange => "Form.NamedOn",
        _ => "",
    };

    public sealed class Input
    {
        [Required(ErrorMessage = "请填写机关名称。")]
        [StringLength(OpenOffice.LongestName, ErrorMessage = "不能超过 100 个字。")]
        public string? Name { get; set; }

        public DateOnly? NamedOn { get; set; }

        [StringLength(InputLimits.Name, ErrorMessage = InputLimits.NameTooLong)]
        [RegularExpression(@"[^\p{Cc}]*", ErrorMessage = "联系地址不能含有换行等控制字符。")]
        public string? Address { get; set; }

        [RegularExpression("[0-9]{6}", ErrorMessage = "邮政编码是六位数字。")]
        public string? Postcode { get; set; }

        [StringLength(InputLimits.DocumentNumber, ErrorMessage = InputLimits.DocumentNumberTooLong)]
        [RegularExpression(@"[^\p{Cc}]*", ErrorMessage = "联系电话不能含有换行等控制字符。")]
        public string? Telephone { get; set; }

        [StringLength(InputLimits.Name, ErrorMessage = InputLimits.NameTooLong)]
        [RegularExpression(@"[^\p{Cc}]*", ErrorMessage = "办公时间不能含有换行等控制字符。")]
        public string? Hours { get; set; }
    }
}
