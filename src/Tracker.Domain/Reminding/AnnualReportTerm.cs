namespace Tracker.Domain.Reminding;

/// <summary>机关性质. Its members' names are stored: retired, never renamed.</summary>
public enum OfficeNature
{
    /// <summary>部门: a department, or another agency that reports for itself.</summary>
    Department,

    /// <summary>人民政府: its disclosure office publishes the report of the whole government.</summary>
    Government,
}

/// <summary>年度报告期限 (arts 49, 50)</summary>
public static class AnnualReportTerm
{
    /// <summary>The last day to publish the report on a year: 31 January of the next, of a government 31 March.</summary>
    public static DateOnly DueOn(int year, OfficeNature nature) => nature switch
    {
        OfficeNature.Department => new(year + 1, 1, 31),
        OfficeNature.Government => new(year + 1, 3, 31),
    };
}
