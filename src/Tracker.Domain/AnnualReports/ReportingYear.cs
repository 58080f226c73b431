using System.Collections.Immutable;
using System.Diagnostics;

namespace Tracker.Domain.AnnualReports;

/// <summary>A fact of one office's reporting year. The family is closed.</summary>
public abstract record ReportingYearEvent
{
    private protected ReportingYearEvent() { }
}

/// <summary>封账: the year was closed with these figures.</summary>
/// <param name="Year">The year.</param>
/// <param name="Form">2021, 2019 or pre-2019.</param>
/// <param name="Rows">Every row as it stood: section three's seven columns, or the annex's two.</param>
/// <param name="Position">The place in the book up to which was counted.</param>
public sealed record ReportingYearClosed(int Year, string Form, ImmutableArray<PublishedRow> Rows, long Position) : ReportingYearEvent;

/// <summary>A row as it was published. No figure where the facts could not answer.</summary>
public sealed record PublishedRow(string Key, ImmutableArray<long?> Figures);

/// <summary>What is known of a reporting year.</summary>
public sealed record ReportingYearState
{
    public static ReportingYearState None { get; } = new();

    public ReportingYearClosed? Closing { get; private init; }

    /// <summary>结转下年度继续办理 as published: six columns and 总计; none if the year is open or on the old annex.</summary>
    public ImmutableArray<long>? PublishedCarriedOut =>
        Closing?.Rows.FirstOrDefault(row => row.Key == "carried_out") is { } row
            ? [.. row.Figures.Select(figure => figure ?? 0)]
            : null;

    public ReportingYearState Evolve(ReportingYearEvent happened) => happened switch
    {
        ReportingYearClosed e => this with { Closing = e },
        _ => throw new UnreachableException(),
    };
}

/// <summary>Why a reporting year cannot be closed.</summary>
public abstract record ReportingYearRefusal : Refusal
{
    private protected ReportingYearRefusal() { }
}

/// <summary>The year has not ended yet.</summary>
public sealed record YearNotOver(int Year, DateOnly Today) : ReportingYearRefusal;

/// <summary>The year is closed; what changes afterwards is a restatement.</summary>
public sealed record YearAlreadyClosed(int Year) : ReportingYearRefusal;

/// <summary>The table does not balance.</summary>
public sealed record TableDoesNotBalance(ImmutableArray<IdentityCheck> Broken) : ReportingYearRefusal;

/// <summary>封账: closes a year once, not before 1 January of the next.</summary>
public sealed record CloseReportingYear(ReportingYearClosed Closing, ImmutableArray<IdentityCheck> Checks)
{
    public static Decision<ReportingYearEvent> Decide(ReportingYearState state, CloseReportingYear command, DateOnly today)
    {
        var year = command.Closing.Year;
        ReportingYearRefusal? reason =
            today.Year <= year ? new YearNotOver(year, today)
            : state.Closing is not null ? new YearAlreadyClosed(year)
            : command.Checks.Any(check => !check.Holds) ? new TableDoesNotBalance([.. command.Checks.Where(check => !check.Holds)])
            : null;

        return reason is not null ? new Refused<ReportingYearEvent>(reason) : new Accepted<ReportingYearEvent>([command.Closing]);
    }
}
