using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>结转: marks a request that was open at the end of a year when that year is closed. Marked once.</summary>
public sealed record CarryForward(int Year)
{
    public static Decision<RequestEvent> Decide(RequestState state, CarryForward command)
    {
        if (!state.IsRegistered)
        {
            return Refuse(new NotRegistered());
        }

        var yearEnd = new DateOnly(command.Year, 12, 31);
        if (state.Voiding is not null || state.NewInYear > command.Year || state.Result?.On <= yearEnd)
        {
            return Refuse(new NotOpenAtYearEnd(command.Year));
        }

        return state.CarriedForward.Contains(command.Year) ? Accept() : Accept(new RequestCarriedForward(command.Year));
    }
}
