using System.CommandLine;
using Tracker.ReadModels;

namespace Tracker.Web.Commands;

/// <summary>Options several verbs share.</summary>
internal static class CommonOptions
{
    public static Option<string> Office() => new("--office") { Description = "机关代码", Required = true, HelpName = "CODE" };

    public static Option<int> Year()
    {
        var year = new Option<int>("--year") { Description = "年度", Required = true, HelpName = "YEAR" };
        year.Validators.Add(result =>
        {
            if (result.Tokens is not [var typed] || !int.TryParse(typed.Value, out var number) || number is < 2000 or > 9998)
            {
                result.AddError("年度应为四位数的公历年份，例如 2025。");
            }
        });
        return year;
    }

    /// <summary>The office, or none after saying that there is no such office.</summary>
    public static async Task<Office?> FindOfficeAsync(IServiceProvider services, string code, CancellationToken cancellationToken)
    {
        var office = await services.GetRequiredService<OfficeList>().FindAsync(code, cancellationToken);
        if (office is null)
        {
            await Console.Error.WriteLineAsync($"没有代码为“{code}”的机关。用 tracker office add 代码 名称 启用。");
        }

        return office;
    }
}
