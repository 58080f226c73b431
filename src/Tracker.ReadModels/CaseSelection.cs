using Npgsql;
using Tracker.Domain.AnnualReports;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests.Searches;
using Tracker.EventStore;

namespace Tracker.ReadModels;

/// <summary>Which cases of an office are shown or exported, and in what order.</summary>
public sealed class CaseSelection
{
    private readonly CaseParameters parameters;

    private CaseSelection(CaseParameters given, string where, string order, int? countedUpTo = null, string? numberPart = null, SearchWords? words = null)
    {
        parameters = given;
        (Where, CountedUpTo, NumberPart, Words, Order) = (where, countedUpTo, numberPart, words, order);
    }

    private CaseSelection(CaseParameters given, string where)
        : this(given, where, CaseOrder.Newest.Sql)
    {
    }

    internal string Office => parameters.OfficeCode;

    internal string Where { get; }

    internal string Order { get; }

    /// <summary>A longer list is not counted to its end.</summary>
    internal int? CountedUpTo { get; }

    /// <summary>What stands in each one's number, as the condition says already.</summary>
    internal string? NumberPart { get; }

    /// <summary>What is to be found in each of them, once it is opened.</summary>
    internal SearchWords? Words { get; }

    /// <summary>Two selections that are spelled alike select the same, in the same order.</summary>
    internal string Spelled => $"{Where}\n{Order}\n{parameters.Spelled}";

    /// <summary>The cases a filter leaves.</summary>
    /// <param name="office">The office's code.</param>
    /// <param name="filter">Which cases.</param>
    /// <param name="order">By what they are sorted; none for the filter's own.</param>
    /// <param name="calendar">The office's working days, by which something is near, or idle.</param>
    /// <param name="today">The day on which it is asked.</param>
    public static CaseSelection Of(string office, CaseFilter filter, CaseOrder? order, WorkingCalendar calendar, DateOnly today)
    {
        var given = new CaseParameters(office);
        return new(given, filter.Sql(given, calendar, today), (order ?? filter.Order).Sql, CaseList.CountedUpTo, filter.HasReadableNumber ? filter.Number : null);
    }

    /// <summary>Those of them in which words are to be found; all of them without words.</summary>
    public CaseSelection In(SearchWords? words) => new(parameters, Where, Order, CountedUpTo, NumberPart, words);

    /// <summary>Those of them that meet a further condition.</summary>
    internal CaseSelection Narrowed(Func<CaseParameters, string> condition)
    {
        var more = new CaseParameters(parameters);
        return new(more, $"{Where} and {condition(more)}", Order, CountedUpTo, NumberPart, Words);
    }

    /// <summary>The cases a figure counts: of a closed year those it counted then.</summary>
    public static CaseSelection OfFigure(string office, YearFacts year, Func<RequestFact, bool> counts)
    {
        var given = new CaseParameters(office);
        var facts = InFacts(given, [.. year.Now.Select(group => group.Fact).Where(counts)]);
        var since = given.Ids(year.Entered(counts).Select(moved => moved.Id));
        var then = given.Ids(year.Left(counts).Select(moved => moved.Id));
        return new(given, $"tenant_id = {given.Office} and ((({facts}) and id <> all({since})) or id = any({then}))");
    }

    internal static CaseSelection OfOffice(string office)
    {
        var given = new CaseParameters(office);
        return new(given, $"tenant_id = {given.Office}");
    }

    internal static CaseSelection OfNumber(string office, string number)
    {
        var given = new CaseParameters(office);
        return new(given, $"tenant_id = {given.Office} and number collate \"C\" = {given.Text(number)}");
    }

    internal static CaseSelection OfFacts(string office, IReadOnlyCollection<RequestFact> facts)
    {
        var given = new CaseParameters(office);
        return new(given, InFacts(given, facts));
    }

    internal static CaseSelection OfCarryDifferences(string office, IReadOnlyCollection<RequestFact> carriedIn, int closedYear)
    {
        var given = new CaseParameters(office);
        return new(
            given,
            $"tenant_id = {given.Office} and ({InFacts(given, carriedIn)}) <> ({given.Smallint((short)closedYear)} = any(carried_forward))");
    }

    /// <summary>The office, then each statement with all parameters; a statement need not use them all, but says of which type each is.</summary>
    internal NpgsqlBatch Batch(NpgsqlConnection connection, params ReadOnlySpan<string> statements)
    {
        var batch = new NpgsqlBatch(connection) { BatchCommands = { Book.ForOffice(Office) } };
        foreach (var sql in statements)
        {
            var command = new NpgsqlBatchCommand(sql);
            command.Parameters.AddRange(parameters.All.Select(parameter => parameter.Clone()).ToArray());
            batch.BatchCommands.Add(command);
        }

        return batch;
    }

    private static string InFacts(CaseParameters given, IReadOnlyCollection<RequestFact> facts) =>
        $"""
        tenant_id = {given.Office} and not voided and (applicant_kind, channel, received_year, coalesce(ground, ''), coalesce(result_year, 0)) in (
          select * from unnest(
            {given.Texts(facts.Select(fact => fact.ApplicantKind.ToString()))}::varchar[],
            {given.Texts(facts.Select(fact => fact.Channel.ToString()))}::varchar[],
            {given.Smallints(facts.Select(fact => (short)fact.ReceivedYear))}::smallint[],
            {given.Texts(facts.Select(fact => fact.Ground?.Key ?? ""))}::varchar[],
            {given.Smallints(facts.Select(fact => (short)(fact.ResultYear ?? 0)))}::smallint[]))
        """;
}
