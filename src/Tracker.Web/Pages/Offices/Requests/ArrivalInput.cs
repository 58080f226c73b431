using System.ComponentModel.DataAnnotations;
using Tracker.Domain.Requests;

namespace Tracker.Web.Pages.Offices.Requests;

/// <summary>申请方式 and the dates of arrival that go with it, as they are logged and as they are corrected.</summary>
public class ArrivalInput
{
    [Required(ErrorMessage = "请选择申请方式。")]
    public Channel? Channel { get; set; }

    [About(FactDate.Filed)]
    [Required(ErrorMessage = "请填写提交日期。")]
    public DateOnly? FiledOn { get; set; }

    [About(FactDate.SignedFor)]
    public DateOnly? SignedForOn { get; set; }

    [About(FactDate.Arrived)]
    public DateOnly? ArrivedOn { get; set; }

    [About(FactDate.ReachedOffice)]
    public DateOnly? ReachedOfficeOn { get; set; }

    [About(FactDate.Confirmed)]
    public DateOnly? ConfirmedOn { get; set; }

    public bool AutoAcknowledged { get; set; }

    /// <summary>The dates the chosen channel has; boxes of another channel are not on the page a clerk sees.</summary>
    public ReceiptDates Dates()
    {
        var filed = FiledOn!.Value;
        return Channel!.Value switch
        {
            Domain.Requests.Channel.InPerson => new(filed),
            Domain.Requests.Channel.SignedMail => new(
                filed, SignedForOn: SignedForOn, ReachedOfficeOn: ReachedOfficeOn, ConfirmedOn: ReachedOfficeOn is null ? null : ConfirmedOn),
            Domain.Requests.Channel.UnsignedMail => new(filed, ArrivedOn: ArrivedOn, ConfirmedOn: ConfirmedOn),
            Domain.Requests.Channel.Online or Domain.Requests.Channel.Fax or Domain.Requests.Channel.Email =>
                new(filed, ConfirmedOn: ConfirmedOn, AutoAcknowledged: AutoAcknowledged),
        };
    }
}

/// <summary>A page that asks how and when a request arrived.</summary>
public interface IOfArrival
{
    ArrivalInput Form { get; }
}
