namespace Tracker.Web.Tests.AnnualReports;

/// <summary>A request as the oracle knows it: words of the register file, nothing of the product's types.</summary>
internal sealed record OracleRequest(
    string Number,
    string Channel,
    DateOnly Filed,
    DateOnly? Received,
    DateOnly? Confirmed,
    string Kind,
    string? GroundKey,
    DateOnly? Answered)
{
    /// <summary>The day of receipt, by the article's own words.</summary>
    public DateOnly ReceivedOn => Channel switch
    {
        "当面" => Filed,
        "挂号信" or "EMS" => Received ?? Filed,
        "平信" or "网络" or "传真" or "电子邮件" => Confirmed ?? Filed,
        _ => throw new InvalidOperationException(Channel),
    };
}

/// <summary>
/// A second, slow table that shares no code with the product: it walks every request for every cell and asks the form's question
/// in plain words. It answers the numbers of the requests, so that sets can be compared and not only sums.
/// </summary>
internal static class SlowTable
{
    public static readonly string[] Kinds = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"];

    /// <summary>Ground → row of the form of 2021, written out by hand from the list of outcomes.</summary>
    public static readonly Dictionary<string, string> Row2021 = new(StringComparer.Ordinal)
    {
        ["already_public"] = "disclosed",
        ["disclosed"] = "disclosed",
        ["partial"] = "partial",
        ["state_secret"] = "refused_state_secret",
        ["law_forbids"] = "refused_law_forbids",
        ["security_stability"] = "refused_security_stability",
        ["third_party_rights"] = "refused_third_party",
        ["internal_affairs"] = "refused_internal_affairs",
        ["process_information"] = "refused_process_info",
        ["enforcement_files"] = "refused_enforcement_files",
        ["administrative_query"] = "refused_admin_query",
        ["not_existing"] = "unable_not_held",
        ["not_this_agency"] = "unable_not_held",
        ["needs_creation"] = "unable_needs_creation",
        ["unclear_after_supplement"] = "unable_unclear_after_supplement",
        ["petition"] = "unprocessed_petition",
        ["duplicate"] = "unprocessed_duplicate",
        ["publication"] = "unprocessed_publication",
        ["excessive"] = "unprocessed_excessive",
        ["reconfirmation"] = "unprocessed_reconfirm",
        ["supplement_overdue"] = "other_overdue_supplement",
        ["fee_overdue"] = "other_overdue_fee",
        ["withdrawn"] = "other_other",
        ["consultation"] = "other_other",
        ["party_information"] = "other_other",
        ["not_administrative"] = "other_other",
        ["not_government_information"] = "other_other",
        ["archives"] = "other_other",
        ["case_file_access"] = "other_other",
        ["applicant_ceased"] = "other_other",
        ["other"] = "other_other",
    };

    /// <summary>The requests a cell counts.</summary>
    /// <param name="form">2021 or 2019.</param>
    /// <param name="row">The row's key.</param>
    /// <param name="kind">A kind of applicant, or none for the total column.</param>
    public static HashSet<string> Cell(IEnumerable<OracleRequest> requests, string form, int year, string row, string? kind) =>
    [
        .. requests.Where(request => (kind is null || request.Kind == kind) && Counts(request, form, year, row)).Select(request => request.Number),
    ];

    private static bool Counts(OracleRequest request, string form, int year, string row)
    {
        var newYear = new DateOnly(year, 1, 1);
        var nextNewYear = new DateOnly(year + 1, 1, 1);
        var receivedBefore = request.ReceivedOn < newYear;
        var receivedWithin = request.ReceivedOn >= newYear && request.ReceivedOn < nextNewYear;
        var answeredBefore = request.Answered < newYear;
        var answeredWithin = request.Answered >= newYear && request.Answered < nextNewYear;
        return row switch
        {
            "new" => receivedWithin,
            "carried_in" => receivedBefore && !answeredBefore,
            "total" => answeredWithin,
            "carried_out" => (receivedBefore || receivedWithin) && !answeredBefore && !answeredWithin,
            _ => answeredWithin && RowOf(request.GroundKey!, form) == row,
        };
    }

    private static string RowOf(string ground, string form)
    {
        var row = Row2021[ground];
        return form == "2019" && row.StartsWith("other_", StringComparison.Ordinal) ? "other" : row;
    }
}
