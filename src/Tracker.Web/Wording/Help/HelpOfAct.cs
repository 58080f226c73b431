using System.Diagnostics;
using Tracker.Web.Pages.Offices.RecordCorrections;
using Tracker.Web.Pages.Offices.Requests;
using Tracker.Web.Pages.Offices.Requests.Answers;
using Tracker.Web.Pages.Offices.Requests.Receipts;
using WithdrawalModel = Tracker.Web.Pages.Offices.Requests.WithdrawalModel;

namespace Tracker.Web.Wording.Help;

/// <summary>Which page of 帮助 belongs to which act.</summary>
public static class HelpOfAct
{
    // Acts stand in folders by their subject; these are beside their folder, or help is elsewhere.
    private static readonly Dictionary<Type, HelpTopic> Single = new()
    {
        [typeof(SupplementModel)] = HelpOnArrival.Supplement,
        [typeof(SupplementNoticeModel)] = HelpOnArrival.Supplement,
        [typeof(ExtensionModel)] = HelpOnTerm.Extension,
        [typeof(AnswerModel)] = HelpOnAnswer.Answer,
        [typeof(AnswerOnTheSpotModel)] = HelpOnAnswer.Answer,
        [typeof(WithheldPartModel)] = HelpOnAnswer.Answer,
        [typeof(WithheldPartRemovalModel)] = HelpOnAnswer.Answer,
        [typeof(WithdrawalModel)] = HelpOnEnding.Ending,
        [typeof(ReceiptCorrectionModel)] = HelpOnEnding.Correction,
    };

    /// <param name="page">The page's model.</param>
    /// <exception cref="UnreachableException">It is no act.</exception>
    public static HelpTopic Of(Type page) => Single.TryGetValue(page, out var topic) ? topic
        : typeof(CorrectionActPage).IsAssignableFrom(page) ? HelpOnEnding.RecordCorrection
        : page.Namespace!.Split('.')[^1] switch
        {
            "Answers" or "Routing" => HelpOnAnswer.Approval,
            "Applicants" or "Receipts" => HelpOnArrival.Registration,
            "Closings" => HelpOnEnding.Ending,
            "Consultations" => HelpOnTerm.Consultation,
            "Corrections" or "Reopenings" => HelpOnEnding.Correction,
            "Documents" => HelpOnRecords.Documents,
            "Extensions" => HelpOnTerm.Extension,
            "Fees" => HelpOnFees.Fees,
            "Links" or "Reasons" => HelpOnFees.Repetition,
            _ => throw new UnreachableException($"{page.Name} has no help."),
        };
}
