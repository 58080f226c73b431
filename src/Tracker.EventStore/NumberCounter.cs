using Npgsql;
using Tracker.Domain.Requests;

namespace Tracker.EventStore;

/// <summary>
/// 登记编号, 答复文号: gap-free per office, series and year. The row stays locked until the transaction that drew from it ends, so a
/// number is used or was never given; it is drawn last before the append.
/// </summary>
internal static class NumberCounter
{
    private const string Next =
        """
        insert into number_counters as counter (tenant_id, series, year, last_number) values ($1, $3, $2, $4 + 1)
        on conflict (tenant_id, series, year) do update set last_number = greatest(counter.last_number, $4) + 1
        returning last_number
        """;

    /// <summary>Begins the transaction of an append and draws the next number in it. Whoever ends it without a commit gives the number back.</summary>
    public static async Task<RequestNumber> BeginAsync(
        NpgsqlConnection connection, string office, int year, CalendarHistory calendar, CancellationToken cancellationToken) =>
        RequestNumber.FromCounter(year, await BeginAsync(connection, office, RequestStore.Kind.Name, year, calendar, cancellationToken));

    /// <summary>The same for any series; answers the place in it.</summary>
    /// <param name="connection">Receives the transaction.</param>
    /// <param name="office">机关代码</param>
    /// <param name="series">What is numbered.</param>
    /// <param name="year">The year of registration, or of the letter.</param>
    /// <param name="calendar">The calendars that count.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="after">Behind which number it begins.</param>
    public static async Task<int> BeginAsync(
        NpgsqlConnection connection,
        string office,
        string series,
        int year,
        CalendarHistory calendar,
        CancellationToken cancellationToken,
        int after = 0)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new("begin"));
        batch.BatchCommands.Add(Book.ForAppend(office, calendar));
        batch.BatchCommands.Add(new(Next)
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = office },
                new NpgsqlParameter<short> { TypedValue = (short)year },
                new NpgsqlParameter<string> { TypedValue = series },
                new NpgsqlParameter<int> { TypedValue = after },
            },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return reader.GetInt32(0);
    }
}
