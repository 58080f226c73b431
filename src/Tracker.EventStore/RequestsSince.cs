using System.Runtime.CompilerServices;
using Npgsql;
using Tracker.Domain.Requests;

namespace Tracker.EventStore;

/// <summary>A request as it stood at a place of the book, and as it stands now.</summary>
/// <param name="Id">Its stream.</param>
/// <param name="Before">As it stood; <see cref="RequestState.None"/> if it was registered later.</param>
/// <param name="Now">As it stands.</param>
public sealed record RequestSince(Guid Id, RequestState Before, RequestState Now);

/// <summary>What became of an office's requests since a place of the book.</summary>
public static class RequestsSince
{
    /// <summary>Facts of which a year's closing and an erasure write many at once, and which change no figure.</summary>
    private static readonly string[] Unmoving =
    [
        StoredNames.Of(typeof(RequestCarriedForward)),
        StoredNames.Of(typeof(PersonalDataErased)),
        StoredNames.Of(typeof(NoteAdded)),
        StoredNames.Of(typeof(DocumentAdded)),
        StoredNames.Of(typeof(DocumentRemoved)),
    ];

    /// <summary>
    /// The requests with an event after <paramref name="position"/>: those that stood in the book by then, and those among the later ones
    /// that <paramref name="isAsked"/> wants, a condition on <c>case_rows c</c> with parameters from $4.
    /// </summary>
    public static async IAsyncEnumerable<RequestSince> ReadAsync(
        NpgsqlConnection connection,
        string office,
        long position,
        string isAsked,
        object[] parameters,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection) { Timeout = 0 };
        batch.BatchCommands.Add(Book.ForOffice(office));
        var command = new NpgsqlBatchCommand(
            $"""
            with touched as materialized (
              select distinct stream_id from mt_events where tenant_id = $1 and seq_id > $2 and type <> all($3)),
            asked as (
              select stream_id from touched t
              where exists (select 1 from case_rows c where c.tenant_id = $1 and c.id = t.stream_id and {isAsked})
                or exists (select 1 from mt_events f where f.tenant_id = $1 and f.stream_id = t.stream_id and f.version = 1 and f.seq_id <= $2))
            select {StreamReading.EventColumns}, e.stream_id
            from mt_events e join asked using (stream_id) join mt_streams s on s.tenant_id = e.tenant_id and s.id = e.stream_id
            where e.tenant_id = $1 and s.type = '{RequestStore.Kind.Name}' order by e.stream_id, e.version
            """);
        command.Parameters.AddRange(new object[] { office, position, Unmoving }.Concat(parameters).Select(value => new NpgsqlParameter { Value = value }).ToArray());
        batch.BatchCommands.Add(command);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        RequestSince? current = null;
        while (await reader.ReadAsync(cancellationToken))
        {
            var id = reader.GetGuid(9);
            if (current is not null && current.Id != id)
            {
                yield return current;
                current = null;
            }

            var (recorded, _) = StreamReading.Event<RequestEvent>(reader, new(office, id));
            current ??= new(id, RequestState.None, RequestState.None);
            var now = current.Now.Evolve(recorded.Event);
            current = current with { Now = now, Before = recorded.Position <= position ? now : current.Before };
        }

        if (current is not null)
        {
            yield return current;
        }
    }
}
