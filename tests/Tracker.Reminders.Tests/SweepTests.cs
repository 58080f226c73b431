using Tracker.Domain;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Offices;
using Tracker.Domain.Reminding;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Tests;
using static Tracker.Reminders.Tests.Day;

namespace Tracker.Reminders.Tests;

/// <summary>Sweeps on fixed dates, to be checked with a wall calendar. 6 March 2026 was a Friday; 4 to 6 April were off.</summary>
public sealed class SweepTests(PrivateClusterFixture cluster)
{
    [Fact]
    public async Task Over_weekends_and_holidays_the_steps_count_working_days_and_escalate()
    {
        await using var office = await SweptOfficeBook.OpenAsync(cluster, "2026-03-02");
        var (monday, friday) = (await office.ReceivedAsync("2026-03-02"), await office.ReceivedAsync("2026-03-06"));

        await office.SweepAsync("2026-03-02", "2026-04-08");

        Assert.Equal(
            ["03-23 5 of 03-30", "03-26 2 of 03-30", "03-30 0 of 03-30", "03-31 -1 of 03-30", "04-01 -2 of 03-30", "04-02 -3 of 03-30", "04-03 -4 of 03-30", "04-07 -5 of 03-30", "04-08 -6 of 03-30"],
            await office.ToldAsync(monday));
        Assert.Equal(["03-27 5 of 04-03", "04-01 2 of 04-03", "04-03 0 of 04-03", "04-07 -1 of 04-03", "04-08 -2 of 04-03"], await office.ToldAsync(friday));
        Assert.Equal(["04-01 2 of 04-03", "04-03 0 of 04-03", "04-07 -1 of 04-03", "04-08 -2 of 04-03"], await office.ToldAsync(friday, SweptOfficeBook.UnitHead));
        Assert.Equal(["04-03 0 of 04-03", "04-07 -1 of 04-03", "04-08 -2 of 04-03"], await office.ToldAsync(friday, SweptOfficeBook.OfficeHead));
        Assert.Equal(await office.CountAsync("select count(*) from reminders"), office.Planned.Count);
        var replayed = await office.Replay.RunAsync(SweptOfficeBook.Office, On("2026-03-02"), On("2026-04-08"), default);
        Assert.Empty(replayed.Findings);
        Assert.Equal(14, replayed.InOrder);
    }

    /// <summary>1 to 8 October 2025 were off, Sunday 28 September and Saturday 11 October were worked.</summary>
    [Fact]
    public async Task Over_National_Day_the_made_up_days_are_working_days()
    {
        await using var office = await SweptOfficeBook.OpenAsync(cluster, "2025-09-08");
        var id = await office.ReceivedAsync("2025-09-08");

        await office.SweepAsync("2025-09-20", "2025-10-13");

        Assert.Equal(["09-28 5 of 10-11", "10-09 2 of 10-11", "10-11 0 of 10-11", "10-13 -1 of 10-11"], await office.ToldAsync(id));
    }

    [Fact]
    public async Task After_days_without_a_sweep_every_step_is_there_once_and_those_of_other_days_are_late()
    {
        await using var office = await SweptOfficeBook.OpenAsync(cluster, "2026-03-02");
        var id = await office.ReceivedAsync("2026-03-06");
        await office.SweepAsync("2026-03-20", "2026-03-31");

        await office.SweepAsync("2026-04-07");
        var again = await office.SweepAsync("2026-04-07", 12);

        Assert.Equal(0, again.Recorded);
        Assert.Equal(["03-27 5 of 04-03", "04-01 2 of 04-03 on 04-07", "04-03 0 of 04-03 on 04-07", "04-07 -1 of 04-03"], await office.ToldAsync(id));
        Assert.Empty((await office.Replay.RunAsync(SweptOfficeBook.Office, On("2026-03-20"), On("2026-04-07"), default)).Findings);
        Assert.Equal(2L, await office.CountAsync("select sweeps::bigint from reminder_sweeps where day = '2026-04-07'"));
    }

    [Fact]
    public async Task Of_a_case_registered_late_and_at_the_very_first_sweep_only_the_nearest_step_is_told_at_once()
    {
        await using var office = await SweptOfficeBook.OpenAsync(cluster, "2026-03-02");
        var early = await office.ReceivedAsync("2026-03-05");
        await office.SweepAsync("2026-04-01");
        var late = await office.ReceivedAsync("2026-03-06", recorded: "2026-04-02");

        await office.SweepAsync("2026-04-02", 9);
        await office.SweepAsync("2026-04-02", 11);
        await office.SweepAsync("2026-04-03");

        Assert.Equal(["03-31 2 of 04-02 on 04-01", "04-02 0 of 04-02", "04-03 -1 of 04-02"], await office.ToldAsync(early));
        Assert.Equal(["04-01 2 of 04-03 on 04-02", "04-03 0 of 04-03"], await office.ToldAsync(late));
        Assert.Empty((await office.Replay.RunAsync(SweptOfficeBook.Office, On("2026-03-01"), On("2026-04-03"), default)).Findings);
    }

    [Fact]
    public async Task A_calendar_adopted_in_between_moves_the_date_and_the_old_one_is_silent()
    {
        await using var office = await SweptOfficeBook.OpenAsync(cluster, "2026-03-02");
        var id = await office.ReceivedAsync("2026-03-06");
        await office.SweepAsync("2026-03-20", "2026-03-30");
        var notice = HolidayNotice.Embedded.Single(known => known.Year == 2026);
        await office.AdoptAsync("2026-03-30", new(
            2026, [.. notice.Sources, "https://www.gov.cn/1"], [.. notice.Days.Add(new(On("2026-04-01"), "样例", Off: true)).OrderBy(day => day.Date)]));

        await office.SweepAsync("2026-03-31", "2026-04-07");

        Assert.Equal(
            ["03-27 5 of 04-03", "03-27 5 of 04-07 on 03-31", "04-02 2 of 04-07", "04-07 0 of 04-07"],
            (await office.ToldAsync(id)).Order());
        Assert.Empty((await office.Replay.RunAsync(SweptOfficeBook.Office, On("2026-03-20"), On("2026-04-07"), default)).Findings);
    }

    [Fact]
    public async Task A_case_answered_between_two_sweeps_is_silent_and_an_extension_begins_anew()
    {
        await using var office = await SweptOfficeBook.OpenAsync(cluster, "2026-03-02");
        var (answered, extended) = (await office.ReceivedAsync("2026-03-06"), await office.ReceivedAsync("2026-03-06"));
        await office.SweepAsync("2026-03-20", "2026-03-27");
        await office.DoAsync(extended, "2026-03-27", (state, today) => ExtendAnswerTerm.Decide(state, new(On("2026-03-27"), 20, null, null), today));
        await office.SweepAsync("2026-03-28", "2026-03-31");
        await office.DoAsync(answered, "2026-03-31", (state, today) => AnswerRequest.Decide(state, new(Grounds.Find("disclosed")!, On("2026-03-31"), null, null), today));
        await office.SweepAsync("2026-04-01", "2026-04-01");
        await office.DoAsync(extended, "2026-04-01", (state, today) => TellApplicantOfExtension.Decide(state, new(On("2026-04-01")), today));

        await office.SweepAsync("2026-04-02", "2026-05-07");

        Assert.Equal(["03-27 5 of 04-03"], await office.ToldAsync(answered));
        Assert.Equal(["03-27 5 of 04-03", "04-27 5 of 05-07", "04-30 2 of 05-07", "05-07 0 of 05-07"], await office.ToldAsync(extended));
        Assert.Equal(["03-27 5 of 04-03 on 03-28", "04-01 2 of 04-03"], await office.ToldAsync(extended, matter: DueMatter.ExtensionNotice));
        Assert.Empty((await office.Replay.RunAsync(SweptOfficeBook.Office, On("2026-03-20"), On("2026-05-07"), default)).Findings);
    }

    [Fact]
    public async Task Paused_time_is_quiet()
    {
        await using var office = await SweptOfficeBook.OpenAsync(cluster, "2026-03-02");
        var (waiting, asking) = (await office.ReceivedAsync("2026-03-06", drafted: false), await office.ReceivedAsync("2026-03-06"));
        await office.SweepAsync("2026-03-06", "2026-03-10");
        await office.DoAsync(waiting, "2026-03-10", (state, today) => IssueSupplementNotice.Decide(state, new(On("2026-03-10"), On("2026-03-20"), null), today));
        await office.SweepAsync("2026-03-11", "2026-03-19");
        await office.DoAsync(waiting, "2026-03-19", (state, today) => ReceiveSupplement.Decide(state, new(On("2026-03-19"), null), today));
        await office.SweepAsync("2026-03-20", "2026-03-27");
        await office.DoAsync(asking, "2026-03-27", (state, today) => OpenConsultation.Decide(
            state, new(ConsultationKind.ThirdParty, On("2026-03-27"), On("2026-03-27"), null, IsAnotherParty: true, Sealed.Text("样例乙"), null), today));

        await office.SweepAsync("2026-03-28", "2026-04-23");

        Assert.Equal(["03-10 5 of 03-17"], (await office.ToldAsync(waiting, matter: DueMatter.SupplementNotice)).Take(1));
        Assert.Equal(["03-13 5 of 03-20", "03-18 2 of 03-20"], await office.ToldAsync(waiting, matter: DueMatter.Supplement));
        Assert.Equal(["04-10 5 of 04-17", "04-15 2 of 04-17", "04-17 0 of 04-17"], (await office.ToldAsync(waiting)).Take(3));
        Assert.Equal(["03-27 5 of 04-03", "04-21 5 of 04-27", "04-23 2 of 04-27"], await office.ToldAsync(asking)); // the party's last day was 20 April
        Assert.Equal(["04-13 5 of 04-20", "04-16 2 of 04-20", "04-20 0 of 04-20"], (await office.ToldAsync(asking, matter: DueMatter.Opinion)).Take(3));
        Assert.Empty((await office.Replay.RunAsync(SweptOfficeBook.Office, On("2026-03-06"), On("2026-04-23"), default)).Findings);
    }

    [Fact]
    public async Task The_office_is_reminded_of_its_report_and_of_the_next_notice_until_both_are_there()
    {
        await using var office = await SweptOfficeBook.OpenAsync(cluster, "2025-11-03");
        await office.SweepAsync("2026-01-23", "2026-02-02");
        await office.SetAsync("2026-02-02", state => SetOfficeNature.Decide(state, new(OfficeNature.Government), On("2026-02-02")));
        await office.SweepAsync("2026-02-03", "2026-02-04");
        await office.SweepAsync("2026-11-30", "2026-12-02");

        Assert.Equal(
            ["01-26 5 of 01-31", "01-29 2 of 01-31", "01-31 0 of 01-31", "02-02 -1 of 01-31"],
            (await office.ToldAsync(null, SweptOfficeBook.UnitHead, DueMatter.AnnualReport)).Take(4)); // there is no statistician, so the next above is told
        Assert.Equal(["12-01 0 of 12-01", "12-02 -1 of 12-01"], await office.ToldAsync(null, SweptOfficeBook.OfficeHead, DueMatter.CalendarNotice));
        Assert.Empty((await office.Replay.RunAsync(SweptOfficeBook.Office, On("2026-01-23"), On("2026-02-04"), default)).Findings);
    }

    [Theory]
    [InlineData("2026-03-23", "03-25")] // two working days of the office's own
    [InlineData("2026-04-02", "04-03")] // the term ends before them
    [InlineData("2026-04-07", "04-03")] // it is over
    public async Task An_approval_is_never_due_beyond_the_term(string submitted, string due)
    {
        await using var office = await SweptOfficeBook.OpenAsync(cluster, "2026-03-02");
        var id = await office.ReceivedAsync("2026-03-06");
        await office.SweepAsync(submitted);
        await office.DoAsync(id, submitted, (state, today) => SubmitAnswer.Decide(state, new(today), today));

        await office.SweepAsync(submitted, 12);

        Assert.EndsWith($"of {due}", (await office.ToldAsync(id, SweptOfficeBook.OfficeHead, DueMatter.AnswerApproval))[0]);
    }

    [Fact]
    public async Task Other_lead_times_count_from_the_day_they_were_set()
    {
        await using var office = await SweptOfficeBook.OpenAsync(cluster, "2026-03-02");
        var id = await office.ReceivedAsync("2026-03-06");
        await office.SweepAsync("2026-03-25", "2026-03-27");
        await office.SetAsync("2026-03-27", state => SetReminderTimes.Decide(
            state, new(DueMatter.Answer, new([4, 1], EachDayAfter: false, UnitHeadFrom: 4, OfficeHeadFrom: null)), On("2026-03-27")));

        await office.SweepAsync("2026-03-28", "2026-04-08");

        Assert.Equal(["03-27 5 of 04-03", "03-30 4 of 04-03", "04-02 1 of 04-03"], await office.ToldAsync(id));
        Assert.Equal(["03-30 4 of 04-03", "04-02 1 of 04-03"], await office.ToldAsync(id, SweptOfficeBook.UnitHead));
        Assert.Empty(await office.ToldAsync(id, SweptOfficeBook.OfficeHead));
        Assert.Empty((await office.Replay.RunAsync(SweptOfficeBook.Office, On("2026-03-25"), On("2026-04-08"), default)).Findings);
    }

    [Fact]
    public async Task A_replay_names_the_reminder_that_was_taken_away_and_the_one_that_was_added()
    {
        await using var office = await SweptOfficeBook.OpenAsync(cluster, "2026-03-02");
        var id = await office.ReceivedAsync("2026-03-06");
        await office.SweepAsync("2026-03-20", "2026-04-03");
        await office.ExecuteAsync("delete from reminders where step = 2 and level = 'UnitHead'");
        await office.ExecuteAsync(
            $"""
            insert into reminders select gen_random_uuid(), tenant_id, case_id, matter, part, due_on, since, 3, '2026-03-31', level, recipient, recorded_at
            from reminders where step = 5 union all
            select gen_random_uuid(), tenant_id, gen_random_uuid(), matter, part, due_on, since, 0, fires_on, level, recipient, recorded_at from reminders where step = 5
            """);

        var findings = (await office.Replay.RunAsync(SweptOfficeBook.Office, On("2026-03-20"), On("2026-04-03"), default)).Findings;

        Assert.Equal(
            [(ReplayFault.Missing, 2, (Guid?)id), (ReplayFault.Unexpected, 3, id)],
            findings.Where(finding => finding.Case == id).Select(finding => (finding.Fault, finding.Step, finding.Case)));
        Assert.Equal(ReplayFault.Unexpected, Assert.Single(findings, finding => finding.Case != id).Fault);
    }

    [Fact]
    public async Task A_reminder_of_a_day_before_the_range_is_missed_too_and_a_replay_says_what_was_never_swept()
    {
        await using var office = await SweptOfficeBook.OpenAsync(cluster, "2026-03-02");
        Assert.Equal(
            (ReplayScope.NotYetOpen, ReplayScope.NeverSwept),
            ((await ReplayAsync("2026-02-02", "2026-03-02")).Scope, (await ReplayAsync("2026-03-02", "2026-03-20")).Scope));
        await office.SweepAsync("2026-03-30");
        var id = await office.ReceivedAsync("2026-03-06", recorded: "2026-03-30");
        await office.SweepAsync("2026-03-31");
        await office.SweepAsync("2026-04-02");
        Assert.Equal(["03-27 5 of 04-03 on 03-31", "04-01 2 of 04-03 on 04-02"], await office.ToldAsync(id));
        var before = await ReplayAsync("2026-03-02", "2026-04-02");
        Assert.Equal((On("2026-03-30"), 2, 0), (before.From, before.InOrder, before.Findings.Length));
        Assert.Equal([On("2026-04-01")], before.Unswept);
        await office.ExecuteAsync("delete from reminders where step = 5");

        var replayed = await ReplayAsync("2026-03-31", "2026-04-02");

        var missing = Assert.Single(replayed.Findings);
        Assert.Equal((ReplayFault.Missing, id, 5, On("2026-03-27")), (missing.Fault, missing.Case, missing.Step, missing.FiresOn));
        await office.ExecuteAsync("delete from reminder_sweeps");
        Assert.Equal(On("2026-04-02"), (await ReplayAsync("2026-03-02", "2026-04-02")).From);

        Task<ReplayedOffice> ReplayAsync(string from, string to) => office.Replay.RunAsync(SweptOfficeBook.Office, On(from), On(to), default);
    }
}
