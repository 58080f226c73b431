using Microsoft.AspNetCore.Mvc;
using Tracker.Domain.Requests;
using Tracker.ReadModels;

namespace Tracker.Web.Pages.Offices.Requests.Lists;

/// <summary>A page whose address says a filter of the register.</summary>
public abstract class FilterPage : OfficePage
{
    private const int LongestNumber = 64;

    /// <summary>Part of the 登记编号.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public CaseState? State { get; set; }

    /// <summary>Only the cases of this urgency.</summary>
    [BindProperty(SupportsGet = true)]
    public Urgency? Due { get; set; }

    [BindProperty(SupportsGet = true)]
    public Awaited? Waits { get; set; }

    [BindProperty(SupportsGet = true)]
    public Idle? Idle { get; set; }

    [BindProperty(SupportsGet = true, Name = "ground")]
    public string? GroundKey { get; set; }

    [BindProperty(SupportsGet = true)]
    public ApplicantKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public Channel? Channel { get; set; }

    /// <summary>收到年份</summary>
    [BindProperty(SupportsGet = true)]
    public int? Received { get; set; }

    /// <summary>承办单位</summary>
    [BindProperty(SupportsGet = true)]
    public string? Unit { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool? Missing { get; set; }

    [BindProperty(SupportsGet = true)]
    public CaseSort? Sort { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool? Down { get; set; }

    /// <summary>What the address asks for.</summary>
    public CaseFilter Filter { get; private set; } = new();

    /// <summary>The order the address asks for; none for the list's own.</summary>
    public CaseOrder? Order => Sort is { } sort ? new(sort, Down == true) : null;

    /// <summary>Whether the address says a filter; it is read then.</summary>
    protected bool ReadFilter()
    {
        var ground = string.IsNullOrEmpty(GroundKey) ? null : Grounds.Find(GroundKey);
        if ((ground is null && !string.IsNullOrEmpty(GroundKey)) || Received is < 2000 or > 9998 || Unit?.Any(char.IsControl) == true)
        {
            return false;
        }

        Filter = new()
        {
            Number = (Number is { Length: > LongestNumber } ? Number[..LongestNumber] : Number)?.Trim(),
            State = State,
            Due = Due,
            Waits = Waits,
            Idle = Idle,
            Ground = ground,
            Kind = Kind,
            Channel = Channel,
            ReceivedIn = Received,
            Unit = string.IsNullOrEmpty(Unit) ? null : Unit,
            Missing = Missing == true,
        };
        return true;
    }
}
