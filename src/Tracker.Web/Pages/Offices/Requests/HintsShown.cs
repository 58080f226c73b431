using System.Collections.Immutable;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Hints;

namespace Tracker.Web.Pages.Offices.Requests;

/// <summary>提示 as a page shows them.</summary>
/// <param name="Office">Whose cases they name.</param>
/// <param name="State">The request they are about.</param>
/// <param name="Hints">What is pointed out.</param>
public sealed record HintsShown(string Office, RequestState State, ImmutableArray<CaseHint> Hints);
