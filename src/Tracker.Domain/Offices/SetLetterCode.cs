namespace Tracker.Domain.Offices;

/// <summary>设定机关代字: letters dated from that day on are numbered with it by the counter of their year.</summary>
/// <param name="Code">机关代字</param>
/// <param name="SetOn">启用日期</param>
/// <param name="UsedUpTo">已用到: the last number given by hand in the year of that day; none says nothing new about it.</param>
public sealed record SetLetterCode(string Code, DateOnly SetOn, int? UsedUpTo)
{
    /// <summary>
    /// The counter goes on under a new code. What it would repeat, because somebody typed it already, is refused here, so that a number is
    /// never drawn twice; and once it has given numbers in a year, nobody says any more from where it begins.
    /// </summary>
    public static Decision<OfficeEvent> Decide(OfficeState state, SetLetterCode command, LettersInUse used, DateOnly today)
    {
        var code = command.Code.Trim();
        var last = state.LetterCodes.LastOrDefault();
        var first = last?.SetOn ?? DateOnly.MinValue;
        var fact = new LetterCodeSet(code, command.SetOn, command.UsedUpTo);
        OfficeRefusal? reason =
            state.Opening is null ? new OfficeNotOpen()
            : !LetterCode.IsValid(code) ? new LetterCodeNotValid()
            : command.SetOn < first || command.SetOn > today ? new OfficeDayOutOfRange(first, today)
            : last?.Code == code && command.UsedUpTo is null ? new OfficeDataUnchanged()
            : command.UsedUpTo is not null && used.Drawn.TryGetValue(command.SetOn.Year, out var drawn) ? new LetterNumbersBegun(command.SetOn.Year, drawn)
            : Repeated(state.Evolve(fact), fact, used) is { } number ? new LetterNumberRepeated(number.Text, number.Place)
            : null;
        return reason is not null ? new Refused<OfficeEvent>(reason) : new Accepted<OfficeEvent>([fact]);
    }

    /// <summary>The largest typed number the counter would come to under the code.</summary>
    private static LetterNumber? Repeated(OfficeState after, LetterCodeSet fact, LettersInUse used) => used.Typed
        .Select(LetterNumber.Read).OfType<LetterNumber>()
        .Where(typed => typed.Bears(fact.Code) && typed.Year >= fact.SetOn.Year)
        .Where(typed => typed.Place > after.LettersUsedUpTo(typed.Year) && typed.Place > used.Drawn.GetValueOrDefault(typed.Year))
        .MaxBy(typed => typed.Place) is { } found ? found with { Code = fact.Code } : null;
}
