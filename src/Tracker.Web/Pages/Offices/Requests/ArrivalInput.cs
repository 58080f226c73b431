using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
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

    /// <summary>The days that only some channels have.</summary>
    private static readonly string[] Days = [nameof(SignedForOn), nameof(ArrivedOn), nameof(ReachedOfficeOn), nameof(ConfirmedOn)];

    /// <summary>
    /// What was typed for another channel is neither used nor a fault: its box is not on the page a clerk sees. The box keeps it, in case the
    /// channel was chosen by mistake.
    /// </summary>
    public void ForgiveOtherChannels(ModelStateDictionary typed)
    {
        foreach (var field in Days.Except(Asked()))
        {
            if (typed.TryGetValue($"Form.{field}", out var entry) && entry.Errors.Count > 0)
            {
                entry.Errors.Clear();
                entry.ValidationState = ModelValidationState.Valid;
            }
        }
    }

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

    /// <summary>The boxes the page shows for the chosen channel.</summary>
    private string[] Asked() => Channel switch
    {
        Domain.Requests.Channel.SignedMail => [nameof(SignedForOn), nameof(ReachedOfficeOn), nameof(ConfirmedOn)],
        Domain.Requests.Channel.UnsignedMail => [nameof(ArrivedOn), nameof(ConfirmedOn)],
        Domain.Requests.Channel.Online or Domain.Requests.Channel.Fax or Domain.Requests.Channel.Email => [nameof(ConfirmedOn)],
        Domain.Requests.Channel.InPerson or null => [],
    };
}

/// <summary>A page that asks how and when a request arrived.</summary>
public interface IOfArrival
{
    ArrivalInput Form { get; }
}
