namespace Tracker.Domain.Requests;

/// <summary>
/// The dates of a request's arrival, each its own fact. Which of them is the legal day of receipt is a conclusion
/// (<see cref="ReceiptRule"/>) and is never stored.
/// </summary>
/// <param name="FiledOn">提交日期: handed in, posted or sent by the applicant.</param>
/// <param name="MailRoomOn">Signed for in the agency's mail room.</param>
/// <param name="SignedForOn">收件日期: signed mail signed for by the agency.</param>
/// <param name="ArrivedOn">Unsigned mail arrived.</param>
/// <param name="ReachedOfficeOn">Mail addressed to another unit or person reached the disclosure office.</param>
/// <param name="ConfirmedOn">确认日期: confirmed with the applicant.</param>
/// <param name="AutoAcknowledged">The system acknowledged at once, and the office has announced that this counts.</param>
public sealed record ReceiptDates(
    DateOnly FiledOn,
    DateOnly? MailRoomOn = null,
    DateOnly? SignedForOn = null,
    DateOnly? ArrivedOn = null,
    DateOnly? ReachedOfficeOn = null,
    DateOnly? ConfirmedOn = null,
    bool AutoAcknowledged = false)
{
    /// <summary>What of them was known on a day.</summary>
    public ReceiptDates AsOf(DateOnly day) => this with
    {
        MailRoomOn = MailRoomOn <= day ? MailRoomOn : null,
        SignedForOn = SignedForOn <= day ? SignedForOn : null,
        ArrivedOn = ArrivedOn <= day ? ArrivedOn : null,
        ReachedOfficeOn = ReachedOfficeOn <= day ? ReachedOfficeOn : null,
        ConfirmedOn = ConfirmedOn <= day ? ConfirmedOn : null,
    };

    /// <summary>
    /// The day a letter was there: nothing is done about it before. Where its confirmation is missing the count starts at the posting
    /// all the same.
    /// </summary>
    public DateOnly? ArrivalOn(Channel channel) => channel switch
    {
        Channel.SignedMail => SignedForOn ?? MailRoomOn,
        Channel.UnsignedMail => ArrivedOn,
        Channel.InPerson or Channel.Online or Channel.Fax or Channel.Email => null,
    };

    /// <summary>
    /// A date that lies before the one it follows: mail reaches the disclosure office after it was signed for, and is confirmed after it
    /// is there.
    /// </summary>
    public (FactDate Date, DateOnly On, DateOnly Before)? OutOfOrder(Channel channel)
    {
        return channel switch
        {
            Channel.SignedMail => Earlier(FactDate.ReachedOffice, ReachedOfficeOn, SignedForOn)
                ?? Earlier(FactDate.Confirmed, ConfirmedOn, ReachedOfficeOn),
            Channel.UnsignedMail => Earlier(FactDate.Confirmed, ConfirmedOn, ArrivedOn),
            Channel.InPerson or Channel.Online or Channel.Fax or Channel.Email => null,
        };

        static (FactDate Date, DateOnly On, DateOnly Before)? Earlier(FactDate date, DateOnly? on, DateOnly? step) =>
            on < step ? (date, on.Value, step.Value) : null;
    }

    /// <summary>The dates that are known, in the order in which they can happen.</summary>
    public IEnumerable<(FactDate Date, DateOnly On)> Known
    {
        get
        {
            (FactDate Date, DateOnly? On)[] all =
            [
                (FactDate.Filed, FiledOn),
                (FactDate.MailRoom, MailRoomOn),
                (FactDate.SignedFor, SignedForOn),
                (FactDate.Arrived, ArrivedOn),
                (FactDate.ReachedOffice, ReachedOfficeOn),
                (FactDate.Confirmed, ConfirmedOn),
            ];
            return all.Where(date => date.On is not null).Select(date => (date.Date, date.On!.Value));
        }
    }
}

/// <summary>Why a day is the day of receipt.</summary>
public enum ReceiptBasis
{
    /// <summary>当面提交之日</summary>
    HandedIn,

    /// <summary>签收之日</summary>
    SignedFor,

    /// <summary>与申请人确认之日</summary>
    Confirmed,

    /// <summary>系统自动回执之日（本机关已公告视为确认）</summary>
    AutoAcknowledged,

    /// <summary>缺签收日期，暂从提交之日起算</summary>
    SignatureMissing,

    /// <summary>缺确认日期，暂从提交之日起算</summary>
    ConfirmationMissing,
}

/// <summary>收到申请之日 and what it rests on.</summary>
public sealed record Receipt(DateOnly On, ReceiptBasis Basis);

/// <summary>
/// 条例第三十一条: which day is the day of receipt. A date that should decide and is not known is not guessed: the count
/// starts at filing, the earliest and therefore the safe day, and the missing date is shown.
/// </summary>
public static class ReceiptRule
{
    public static Receipt Of(Channel channel, ReceiptDates dates) => channel switch
    {
        // 31(1): handed in, the day of handing in.
        Channel.InPerson => new(dates.FiledOn, ReceiptBasis.HandedIn),

        // 31(2): mail that is signed for, the day of signing. Addressed to another unit or person, it counts from the day
        // the disclosure office had it and confirmed with the applicant (国办公开办函〔2015〕207号).
        Channel.SignedMail when dates.ReachedOfficeOn is not null => Confirmed(dates),
        Channel.SignedMail => (dates.SignedForOn ?? dates.MailRoomOn) is { } signed
            ? new(signed, ReceiptBasis.SignedFor)
            : new(dates.FiledOn, ReceiptBasis.SignatureMissing),

        // 31(2): unsigned mail, the day of confirming with the applicant, which is due on the day of arrival.
        Channel.UnsignedMail => Confirmed(dates),

        // 31(3): internet and fax, the day both sides confirmed; e-mail is treated alike. An announced automatic
        // acknowledgement is the confirmation, whatever was said later.
        Channel.Online or Channel.Fax or Channel.Email => dates.AutoAcknowledged
            ? new(dates.FiledOn, ReceiptBasis.AutoAcknowledged)
            : Confirmed(dates),
    };

    /// <summary>The earliest day on which anything can be done about the request: that of receipt, and not before the letter was there.</summary>
    public static DateOnly FirstStepOn(Channel channel, ReceiptDates dates)
    {
        var received = Of(channel, dates).On;
        return dates.ArrivalOn(channel) is { } arrival && arrival > received ? arrival : received;
    }

    private static Receipt Confirmed(ReceiptDates dates) => dates.ConfirmedOn is { } confirmed
        ? new(confirmed, ReceiptBasis.Confirmed)
        : new(dates.FiledOn, ReceiptBasis.ConfirmationMissing);
}
