using System.Text.Json;
using Tracker.Documents.Registers;
using Tracker.Domain.AnnualReports;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;

namespace Tracker.Documents.Tests.Registers;

/// <summary>The registers of the demonstration: their figures, and that they keep to the law.</summary>
public class DemoRegisterTests
{
    public static TheoryData<string> Registers =>
    [
        "quanzhou-statistics-2022", "liaocheng-statistics-2022", "gulou-statistics-2020", "quanzhou-digital-office-2021", "quangang-statistics-2012",
    ];

    [Theory]
    [MemberData(nameof(Registers))]
    public void A_demo_register_yields_the_published_figures(string name)
    {
        using var seed = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Seeds", name + ".json")));
        var year = seed.RootElement.GetProperty("year").GetInt32();
        var groups = States(name).Select(state => RequestFact.Of(state)!).CountBy(fact => fact).Select(pair => new FactGroup(pair.Key, pair.Value)).ToList();

        if (seed.RootElement.TryGetProperty("annex", out var annex))
        {
            var lines = AnnexBefore2019.Count(groups, year).Where(line => line.ThisYear is not null);
            Assert.Equal(
                annex.EnumerateArray().Select(line => (line[0].GetString(), line[1].GetString(), line[2].GetInt64(), line[3].GetInt64())),
                lines.Select(line => ((string?)line.Label, (string?)line.Unit, line.ThisYear!.Value, line.Cumulative!.Value)));
            return;
        }

        var form = ReportForm.All.Single(form => form.Key == seed.RootElement.GetProperty("form").GetString());
        var table = SectionThree.Count(groups, form, year);
        var rows = seed.RootElement.GetProperty("rows").EnumerateObject().ToList();
        Assert.Equal(form.Rows.Select(row => row.Key), rows.Select(row => row.Name));
        Assert.All(rows, row => Assert.Equal(row.Value.EnumerateArray().Select(figure => figure.GetInt64()), table[row.Name]));
        Assert.All(Identities.Check(table), identity => Assert.True(identity.Holds));
    }

    [Theory]
    [MemberData(nameof(Registers))]
    public void A_demo_register_keeps_to_the_law(string name)
    {
        foreach (var state in States(name))
        {
            var reading = RequestClock.Read(state, WorkingCalendar.Embedded);
            Assert.Empty(reading.Departures);
            Assert.True(WorkingCalendar.Embedded.IsWorkingDay(state.Receipt.On), state.Registration!.Number);
            Assert.True(WorkingCalendar.Embedded.IsWorkingDay(state.Result!.On), state.Registration!.Number);
            MissingFact[] withoutColumn =
            [
                .. state.TermFacts.Any(fact => fact is AnswerTermExtended) ? new[] { MissingFact.ExtensionNotice } : [],
                MissingFact.AnswerStatement,
                .. state.Result!.Ground == Grounds.Partial ? new[] { MissingFact.WithheldParts } : [],
            ];
            Assert.Equal(withoutColumn, MissingFacts.Of(state)); // the things a register file has no column for
        }
    }

    private static List<RequestState> States(string name)
    {
        using var file = RegisterFile.Open(Path.Combine(AppContext.BaseDirectory, "Demo", name + ".csv"));
        Assert.Empty(file.UnknownColumns);
        return
        [
            .. RegisterImport.Read(file, WorkingCalendar.Embedded, TestRegister.Today)
                .Select(result => Assert.IsType<RowAccepted<RegisterRequest>>(result).Value.Events)
                .Select(events => events.Aggregate(RequestState.None, (state, happened) => state.Evolve(happened))),
        ];
    }
}
