namespace Tracker.Domain.LegalTime;

/// <summary>条例: which of the two a request is handled under.</summary>
public enum Regulation
{
    /// <summary>国务院令第492号, in force from 2008-05-01.</summary>
    Of2007,

    /// <summary>国务院令第711号, in force from 2019-05-15.</summary>
    Of2019,
}

/// <summary>
/// How long an agency has. The regulation of 2019 (国务院令第711号) gives 20 working days, its predecessor gave 15; the day
/// of receipt decides which applies.
/// </summary>
public static class AnswerTerm
{
    /// <summary>2019-05-15, the day the regulation came into force.</summary>
    public static DateOnly InForceFrom { get; } = new(2019, 5, 15);

    /// <summary>The 7 working days within which a supplement is to be asked for (art 30).</summary>
    public const int SupplementNoticeWorkingDays = 7;

    /// <summary>The 15 working days a third party or a co-author has for its opinion (arts 32, 34).</summary>
    public const int OpinionWorkingDays = 15;

    /// <summary>The 20 working days to pay a fee (国办函〔2020〕109号).</summary>
    public const int PaymentWorkingDays = 20;

    /// <summary>The regulation a request received on a day is handled under, to its end.</summary>
    public static Regulation RegulationOf(DateOnly receivedOn) => receivedOn < InForceFrom ? Regulation.Of2007 : Regulation.Of2019;

    /// <summary>Working days to answer, counted from the day after receipt (art 33; old art 24).</summary>
    public static int WorkingDays(DateOnly receivedOn) => RegulationOf(receivedOn) == Regulation.Of2007 ? 15 : 20;

    /// <summary>The most working days an extension may add (art 33; old art 24).</summary>
    public static int LongestExtension(DateOnly receivedOn) => RegulationOf(receivedOn) == Regulation.Of2007 ? 15 : 20;
}
