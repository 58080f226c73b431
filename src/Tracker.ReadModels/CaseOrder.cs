namespace Tracker.ReadModels;

/// <summary>By what a list of cases is sorted.</summary>
public enum CaseSort
{
    /// <summary>登记编号, character by character.</summary>
    Number,

    /// <summary>收到之日</summary>
    Received,

    /// <summary>答复期限; those without one come after every day.</summary>
    Due,
}

/// <summary>排序</summary>
/// <param name="By">By what.</param>
/// <param name="Down">The latest, or the last, first: the same list from its end.</param>
public sealed record CaseOrder(CaseSort By, bool Down)
{
    public static CaseOrder Newest { get; } = new(CaseSort.Received, Down: true);

    public static CaseOrder Urgent { get; } = new(CaseSort.Due, Down: false);

    // Each as an index has it, read forwards or backwards.
    internal string Sql => (By, Down) switch
    {
        (CaseSort.Number, false) => "order by number collate \"C\", id",
        (CaseSort.Number, true) => "order by number collate \"C\" desc, id desc",
        (CaseSort.Received, false) => "order by received_on, number, id desc",
        (CaseSort.Received, true) => "order by received_on desc, number desc, id",
        (CaseSort.Due, false) => "order by due_on, received_on, number, id",
        (CaseSort.Due, true) => "order by due_on desc, received_on desc, number desc, id desc",
    };
}
