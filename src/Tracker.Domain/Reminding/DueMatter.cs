namespace Tracker.Domain.Reminding;

/// <summary>到期事项: what somebody is reminded of. The members' names are stored: retired, never renamed.</summary>
public enum DueMatter
{
    /// <summary>答复期限, of a re-answer too (art 33).</summary>
    Answer,

    /// <summary>补正告知期限: the 7th working day (art 30).</summary>
    SupplementNotice,

    /// <summary>补正期限: the last day the notice gives the applicant (art 30).</summary>
    Supplement,

    /// <summary>征求意见期限: 15 working days of a third party or co-author; of another agency a warning (arts 32, 34).</summary>
    Opinion,

    /// <summary>缴费期限: 20 working days (国办函〔2020〕109号).</summary>
    Payment,

    /// <summary>延期告知: an extension that was approved, and not told to the applicant (art 33).</summary>
    ExtensionNotice,

    /// <summary>延期待审批</summary>
    ExtensionApproval,

    /// <summary>答复待审批</summary>
    AnswerApproval,

    /// <summary>待寄出: approved or issued, and not left.</summary>
    Dispatch,

    /// <summary>下一年度节假日安排 not adopted yet. Of the office, not of a case.</summary>
    CalendarNotice,

    /// <summary>年度报告: 31 January; a government's by 31 March (arts 49, 50). Of the office, not of a case.</summary>
    AnnualReport,
}
