using System.CommandLine;
using Tracker.Documents.AnnualReports;
using Tracker.ReadModels;

namespace Tracker.Web.Commands;

/// <summary><c>tracker report --office C --year Y [--form 2021|2019|pre-2019] [--as table|json|html]</c></summary>
internal static class ReportCommand
{
    public static Command Build()
    {
        var office = CommonOptions.Office();
        var year = CommonOptions.Year();
        var form = new Option<string?>("--form") { Description = "表格格式；不写则按年度：2021 年起 2021，2019、2020 年 2019，以前 pre-2019" };
        form.AcceptOnlyFromAmong("2021", "2019", "pre-2019");
        var format = new Option<string>("--as") { Description = "输出形式", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json", "html");
        var command = new Command("report", "年度报告第三部分，由登记得出") { office, year, form, format };
        command.SetAction((parsed, cancellationToken) => CommandLine.WithExistingBookAsync(
            async (services, token) =>
            {
                if (await CommonOptions.FindOfficeAsync(services, parsed.GetRequiredValue(office), token) is not { } found)
                {
                    return CommandLine.Refused;
                }

                var report = await services.GetRequiredService<AnnualReportReader>()
                    .ReadAsync(found, parsed.GetValue(year), parsed.GetValue(form), token);
                Console.WriteLine(parsed.GetValue(format) switch
                {
                    "json" => ReportJson.Write(report),
                    "html" => ReportHtml.Write(report),
                    _ => ReportText.Write(report),
                });
                foreach (var broken in report.Checks.Where(check => !check.Check.Holds))
                {
                    await Console.Error.WriteLineAsync($"勾稽关系不成立：{broken.Check.Identity} {ReportWords.Detail(broken, report.Table!)}");
                }

                return report.Balances ? CommandLine.Success : CommandLine.Refused;
            },
            cancellationToken));
        return command;
    }
}
