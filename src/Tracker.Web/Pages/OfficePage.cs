using Tracker.EventStore;
using Tracker.ReadModels;

namespace Tracker.Web.Pages;

/// <summary>A page of one office, which its address names.</summary>
public abstract class OfficePage : TrackerPage, IOfficePage
{
    /// <inheritdoc/>
    public Office Office { get; set; } = null!;

    protected Act ActOf(Guid commandId, DateTimeOffset now) => ActOf(Office.Code, commandId, now);
}
