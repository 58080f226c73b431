using System.CommandLine;
using Tracker.Documents.AnnualReports;
using Tracker.EventStore;
using Tracker.Web.Wiring;
using Tracker.Web.Wording;

namespace Tracker.Web.Commands;

/// <summary><c>tracker close-year --office C --year Y</c></summary>
internal static class CloseYearCommand
{
    public static Command Build()
    {
        var office = CommonOptions.Office();
        var year = CommonOptions.Year();
        var command = new Command("close-year", "封账：留存本年度的数字，未办结的申请结转下年度") { office, year };
        command.SetAction((parsed, cancellationToken) => CommandLine.WithExistingBookAsync(
            async (services, token) =>
            {
                if (await CommonOptions.FindOfficeAsync(services, parsed.GetRequiredValue(office), token) is not { } found)
                {
                    return CommandLine.Refused;
                }

                var clock = services.GetRequiredService<LegalClock>();
                var result = await services.GetRequiredService<YearClosing>().CloseAsync(
                    found,
                    parsed.GetValue(year),
                    CommandLine.ActOf(found.Code, "close-year", Act.FromCommand, clock.Now),
                    clock.Today,
                    token);
                if (result.Refusal is { } refusal)
                {
                    await Console.Error.WriteLineAsync(RefusalSentences.Of(refusal));
                    return CommandLine.Refused;
                }

                Console.WriteLine($"{found.Name} {parsed.GetValue(year)} 年度已封账，结转下年度 {result.CarriedForward} 件。");
                foreach (var broken in result.Report.Checks.Where(check => !check.Check.Holds))
                {
                    await Console.Error.WriteLineAsync($"请注意：{ReportWords.Detail(broken, result.Report.Table!)}");
                }

                return CommandLine.Success;
            },
            cancellationToken));
        return command;
    }
}
