using System.Reflection;
using Tracker.Domain.RecordCorrections.Decisions;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Domain.Tests.LegalTime;
using Tracker.Domain.Tests.RecordCorrections;
using Tracker.Domain.Tests.Requests.Decisions;

namespace Tracker.Domain.Tests.Requests;

/// <summary>政府信息公开条例第二十七条至第四十二条: what carries each article out, and what tries it.</summary>
public sealed class ArticleTests
{
    private static readonly Article[] Articles =
    [
        new(27, "谁可以申请", [typeof(ReceiveRequest), typeof(CorrectApplicant)], Of<ReceiveRequestTests>(
            nameof(ReceiveRequestTests.A_request_is_registered_with_everything_that_was_said))),
        new(28, "申请渠道", [typeof(ReceiveRequest)], Of<ReceiptRuleTests>(
            nameof(ReceiptRuleTests.Handed_in_it_is_the_day_of_handing_in_whatever_else_is_known),
            nameof(ReceiptRuleTests.Online_fax_and_e_mail_count_from_the_confirmation_or_an_announced_acknowledgement))),
        new(29, "申请的形式和内容", [typeof(ReceiveRequest), typeof(ReceiveIdentityProof), typeof(AppointAgent), typeof(EndAgency), typeof(ChangeWantedForm), typeof(JoinApplicant)],
        [
            .. Of<ApplicantTests>(
                nameof(ApplicantTests.Only_what_is_said_in_person_is_written_down_for_the_applicant),
                nameof(ApplicantTests.Proofs_of_identity_come_later_and_of_one_kind_once_a_day),
                nameof(ApplicantTests.One_agent_acts_at_a_time_and_the_authorisation_may_be_older_than_the_request),
                nameof(ApplicantTests.The_wanted_form_is_the_one_named_last_and_the_way_stays_until_another_is_named),
                nameof(ApplicantTests.Others_join_and_the_request_stays_one_of_the_first_named)),
            .. Of<MissingFactsTests>(nameof(MissingFactsTests.A_name_or_a_contact_that_is_not_recorded_is_missing_once)),
        ]),
        new(30, "补正", [typeof(IssueSupplementNotice), typeof(ReceiveSupplement), typeof(CloseAsSupplementOverdue)],
        [
            .. Of<IssueSupplementNoticeTests>(nameof(IssueSupplementNoticeTests.A_notice_is_recorded_with_its_period_and_items)),
            .. Of<RequestClockTests>(
                nameof(RequestClockTests.A_notice_on_the_eighth_working_day_is_flagged_and_warns_with_the_original_due_date),
                nameof(RequestClockTests.The_supplement_starts_a_fresh_term_on_its_own_day)),
            .. Of<ReceiveSupplementTests>(nameof(ReceiveSupplementTests.A_supplement_nobody_asked_for_is_refused)),
            .. Of<ClosingTests>(nameof(ClosingTests.The_supplement_is_overdue_from_the_day_after_its_last_day)),
        ])
        { Grounds = ["unclear_after_supplement", "supplement_overdue"] },
        new(31, "收到申请之日", [typeof(ReceiveRequest), typeof(ConfirmReceipt), typeof(CorrectReceipt)],
        [
            .. Of<ReceiptRuleTests>(
                nameof(ReceiptRuleTests.Signed_mail_counts_from_the_signature),
                nameof(ReceiptRuleTests.Unsigned_mail_counts_from_the_confirmation),
                nameof(ReceiptRuleTests.Handed_in_it_is_the_day_of_handing_in_whatever_else_is_known)),
            .. Of<ReceiptTests>(
                nameof(ReceiptTests.Confirmed_it_counts_from_that_day),
                nameof(ReceiptTests.A_correction_keeps_its_reason_and_moves_receipt_and_due_date)),
        ]),
        new(32, "征求第三方意见", [
            typeof(OpenConsultation), typeof(ServeConsultation), typeof(ReceiveOpinion), typeof(LetConsultationLapse), typeof(DecideOverObjection),
            typeof(TellThirdPartyOfDisclosure),
        ],
        [
            .. Of<ConsultationTests>(
                nameof(ConsultationTests.A_consultation_is_recorded_with_whom_when_and_what),
                nameof(ConsultationTests.It_lapses_from_the_day_after_the_fifteenth_working_day)),
            .. Of<DisclosureOverObjectionTests>(
                nameof(DisclosureOverObjectionTests.It_is_decided_where_a_third_party_objects),
                nameof(DisclosureOverObjectionTests.The_third_party_is_told_once_after_the_decision_and_not_without_one)),
        ]),
        new(33, "答复期限和延长", [
            typeof(AnswerRequest), typeof(AnswerOnTheSpot), typeof(ProposeExtension), typeof(ApproveExtension), typeof(ReturnExtension), typeof(ExtendAnswerTerm),
            typeof(TellApplicantOfExtension), typeof(TellApplicantOfConsultation),
        ],
        [
            .. Of<RequestClockTests>(nameof(RequestClockTests.The_term_is_20_working_days_and_was_15_before_15_May_2019)),
            .. Of<AnswerOnTheSpotTests>(nameof(AnswerOnTheSpotTests.On_the_day_of_receipt_before_anything_else_it_is_an_answer_on_the_spot)),
            .. Of<ExtensionApprovalTests>(
                nameof(ExtensionApprovalTests.Approved_it_extends_the_term_by_what_was_proposed),
                nameof(ExtensionApprovalTests.Told_after_the_due_date_it_is_flagged_late)),
            .. Of<DatedConsultationTests>(nameof(DatedConsultationTests.Several_consultations_are_a_union_and_never_a_sum)),
        ]),
        new(34, "共同制作机关的意见", [typeof(OpenConsultation), typeof(ReceiveOpinion), typeof(LetConsultationLapse)], Of<ConsultationTests>(
            nameof(ConsultationTests.Several_run_at_once_and_are_numbered),
            nameof(ConsultationTests.The_fifteen_days_count_from_the_day_the_party_had_it))),
        new(35, "申请数量、频次明显超过合理范围", [typeof(DemandReasons), typeof(JudgeReasons), typeof(SetLaterDate)], Of<ReasonsTests>(
            nameof(ReasonsTests.Reasons_are_demanded_once_and_the_clock_goes_on),
            nameof(ReasonsTests.They_are_judged_once_after_the_demand),
            nameof(ReasonsTests.A_later_date_becomes_the_due_date)))
        { Grounds = ["excessive"] },
        new(36, "答复", [typeof(AnswerRequest), typeof(DraftAnswer), typeof(SubmitAnswer), typeof(ReturnAnswer), typeof(ApproveAnswer), typeof(IssueAnswer)],
        [
            .. Of<AnswerRequestTests>(nameof(AnswerRequestTests.An_answer_is_recorded_with_its_ground_number_and_statement)),
            .. Of<AnswerDemandsTests>(nameof(AnswerDemandsTests.A_ground_is_met_by_its_required_fields_and_by_none_fewer)),
            .. Of<AnswerDraftTests>(nameof(AnswerDraftTests.A_draft_goes_its_way_and_no_step_of_it_moves_the_clock_or_ends_the_request)),
        ])
        { Grounds = ["already_public", "disclosed", "administrative_query", "not_existing", "not_this_agency", "duplicate"] },
        new(37, "区分处理", [typeof(WithholdPart), typeof(RemoveWithheldPart)],
        [
            .. Of<WithheldPartTests>(
                nameof(WithheldPartTests.A_part_is_withheld_on_any_ground_that_can_be_answered),
                nameof(WithheldPartTests.A_part_is_taken_out_once_and_not_before_it_was_withheld)),
            .. Of<RemediesTests>(nameof(RemediesTests.An_answer_in_part_whose_parts_differ_names_the_remedy_of_each)),
        ])
        { Grounds = ["partial"] },
        new(38, "需要加工、分析", [typeof(AnswerRequest)], Of<AnswerRequestTests>(
            nameof(AnswerRequestTests.An_answer_is_recorded_with_its_ground_number_and_statement)))
        { Grounds = ["needs_creation"] },
        new(39, "信访、举报、投诉；公开出版物", [typeof(AnswerRequest)], Of<AnswerDemandsTests>(
            nameof(AnswerDemandsTests.Every_ground_has_its_row_which_demands_something_and_nothing_twice)))
        { Grounds = ["petition", "publication"] },
        new(40, "提供信息的形式", [typeof(AnswerRequest), typeof(ChangeWantedForm)],
        [
            .. Of<AnswerRequestTests>(nameof(AnswerRequestTests.How_it_left_in_which_form_it_gave_and_with_what_it_was_answered_are_recorded)),
            .. Of<ApplicantTests>(nameof(ApplicantTests.The_wanted_form_is_the_one_named_last_and_the_way_stays_until_another_is_named)),
        ]),
        new(41, "更正与自身相关的信息", [
            typeof(ReceiveRecordCorrection), typeof(ConfirmRecordCorrection), typeof(AskForRecordEvidence), typeof(ReceiveRecordEvidence), typeof(CorrectRecord),
            typeof(DeclineRecordCorrection), typeof(TransferRecordCorrection), typeof(ReferRecordCorrection),
        ],
        [
            .. Of<ReceiveRecordCorrectionTests>(nameof(ReceiveRecordCorrectionTests.What_is_wrong_what_it_should_say_and_what_shows_it_are_recorded)),
            .. Of<BeforeTheEndTests>(nameof(BeforeTheEndTests.Evidence_is_asked_for_and_received)),
            .. Of<TheEndTests>(
                nameof(TheEndTests.A_record_found_wrong_is_corrected_and_the_applicant_told),
                nameof(TheEndTests.A_record_not_found_wrong_stays_and_the_reasons_are_kept),
                nameof(TheEndTests.What_another_agency_may_correct_is_passed_on_or_the_applicant_is_told_who)),
        ]),
        new(42, "信息处理费", [typeof(IssueFeeNotice), typeof(ServeFeeNotice), typeof(PayFee), typeof(WaiveFee), typeof(CloseAsFeeOverdue)], Of<FeeTests>(
            nameof(FeeTests.The_amount_follows_from_the_count),
            nameof(FeeTests.A_fee_is_paid_once_and_only_if_it_was_asked_for),
            nameof(FeeTests.A_fee_that_was_asked_for_is_waived_once),
            nameof(FeeTests.It_is_closed_as_overdue_from_the_day_after_the_twentieth_working_day)))
        { Grounds = ["fee_overdue"] },
    ];

    /// <summary>Acts that rest on something else, and on what.</summary>
    private static readonly Dictionary<Type, string> Beside = new()
    {
        [typeof(WithdrawRequest)] = "申请人可以撤回自己的申请；年度报告的项目（国办公开办函〔2021〕30号）",
        [typeof(CloseAsCeased)] = "终止办理的事由（年度报告“其他”）",
        [typeof(CarryForward)] = "年度报告的结转（国办公开办函〔2021〕30号）",
        [typeof(ErasePersonalData)] = "个人信息保护法第四十七条",
        [typeof(OrderReAnswer)] = "行政复议法第六十四条、行政诉讼法第七十条",
        [typeof(ReAnswerRequest)] = "同上",
        [typeof(ResumeHandling)] = "本机关自行恢复办理",
        [typeof(SplitRequest)] = "一份申请多项内容的登记",
        [typeof(AssignCase)] = "内部办理",
        [typeof(SignForCase)] = "内部办理",
        [typeof(ReturnCase)] = "内部办理",
        [typeof(AddNote)] = "内部办理",
        [typeof(AddDocument)] = "内部办理",
        [typeof(RemoveDocument)] = "内部办理",
        [typeof(LinkCase)] = "内部办理",
        [typeof(UnlinkCase)] = "内部办理",
        [typeof(NoteRecordCorrection)] = "内部办理",
        [typeof(VoidRecordCorrection)] = "更正登记",
        [typeof(WithdrawRecordCorrection)] = "申请人可以撤回自己的申请",
        [typeof(EraseRecordCorrection)] = "个人信息保护法第四十七条",
        [typeof(VoidRequest)] = "更正登记",
        [typeof(TakeBackEntry)] = "更正登记",
    };

    public static TheoryData<int> Numbers => [.. Enumerable.Range(27, 16)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Every_article_from_27_to_42_is_carried_by_acts_and_tried_by_tests(int number)
    {
        var article = Assert.Single(Articles, article => article.Number == number);

        Assert.NotEmpty(article.Acts);
        Assert.All(article.Acts, act => Assert.NotNull(act.GetMethod("Decide", BindingFlags.Static | BindingFlags.Public)));
        Assert.NotEmpty(article.Tests);
        Assert.All(article.Tests, test => Assert.Contains(
            test.Class.GetMethods(), method => method.Name == test.Method && method.GetCustomAttributes<FactAttribute>().Any()));
    }

    [Fact]
    public void Every_act_carries_an_article_or_says_what_else_it_rests_on() => Assert.Equal(
        typeof(ReceiveRequest).Assembly.GetTypes()
            .Where(type => type.IsPublic && type.Namespace!.EndsWith(".Decisions", StringComparison.Ordinal)
                && type.GetMethod("Decide", BindingFlags.Static | BindingFlags.Public) is not null)
            .Select(type => type.Name).Order(),
        Articles.SelectMany(article => article.Acts).Concat(Beside.Keys).Select(type => type.Name).Distinct().Order());

    [Fact]
    public void Nothing_rests_on_an_article_and_on_something_else() =>
        Assert.Empty(Articles.SelectMany(article => article.Acts).Intersect(Beside.Keys));

    [Theory]
    [MemberData(nameof(Numbers))]
    public void The_grounds_of_an_article_are_those_that_cite_it(int number) => Assert.Equal(
        Grounds.All.Where(ground => ground.Article.Contains($"第{Numeral(number)}条", StringComparison.Ordinal)).Select(ground => ground.Key).Order(),
        Articles.Single(article => article.Number == number).Grounds.Order());

    /// <summary>第三十六条 is written 第三十六条第一项 where one of its items is meant; in digits it would be 36(1).</summary>
    private static string Numeral(int number) => number switch
    {
        < 40 => $"{(number < 30 ? "二" : "三")}十{(number % 10 == 0 ? "" : "〇一二三四五六七八九"[number % 10])}",
        _ => $"四十{(number % 10 == 0 ? "" : "〇一二三四五六七八九"[number % 10])}",
    };

    private static Tried[] Of<TTests>(params string[] methods) => [.. methods.Select(method => new Tried(typeof(TTests), method))];

    /// <param name="Number">The article.</param>
    /// <param name="Title">What it is about.</param>
    /// <param name="Acts">What carries it out.</param>
    /// <param name="Tests">What tries it.</param>
    private sealed record Article(int Number, string Title, Type[] Acts, Tried[] Tests)
    {
        public string[] Grounds { get; init; } = [];
    }

    private sealed record Tried(Type Class, string Method);
}
