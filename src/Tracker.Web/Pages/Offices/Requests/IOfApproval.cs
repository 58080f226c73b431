namespace Tracker.Web.Pages.Offices.Requests;

/// <summary>审批: a page on which one approves, or returns with a reason.</summary>
public interface IOfApproval
{
    /// <summary>Where a return is posted, with its reason.</summary>
    string ReturnAddress { get; }
}
