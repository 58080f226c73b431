using System.Collections.Immutable;

namespace Tracker.Web.Wording.Help;

/// <summary>Every page of 帮助, in the order in which the work goes.</summary>
public static class HelpTopics
{
    public static ImmutableArray<HelpTopic> All { get; } =
    [
        HelpOnArrival.Registration,
        HelpOnArrival.Supplement,
        HelpOnTerm.Consultation,
        HelpOnTerm.Extension,
        HelpOnAnswer.Approval,
        HelpOnAnswer.Answer,
        HelpOnFees.Fees,
        HelpOnFees.Repetition,
        HelpOnEnding.Ending,
        HelpOnEnding.Correction,
        HelpOnEnding.RecordCorrection,
        HelpOnRecords.Documents,
        HelpOnRecords.AnnualReport,
        HelpOnRecords.Calendar,
        HelpOnReminders.Reminders,
        HelpOnDelivery.Channels,
        HelpOnDesk.Accounts,
        HelpOnDesk.Keyboard,
    ];

    /// <summary>The topic of this key, or none.</summary>
    public static HelpTopic? Find(string key) => All.FirstOrDefault(topic => topic.Key == key);
}
