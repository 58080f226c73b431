using Npgsql;
using Tracker.EventStore.Seals;

namespace Tracker.EventStore.Verifying;

/// <summary>Walks the book in its global order beside its seals, and up to a head code if one is given.</summary>
internal static class OrderCheck
{
    public static async Task RunAsync(
        NpgsqlConnection connection, SealCode? head, BookFindings findings, CancellationToken cancellationToken)
    {
        var seals = await SealsAsync(connection, cancellationToken);
        var marks = new Queue<(long Position, Action<SealDigest> Check)>(seals
            .Select(seal => (seal.Position, (Action<SealDigest>)(digest => CheckSeal(seal, digest, findings))))
            .Concat(head is null ? [] : [(head.Position, digest => CheckHead(head, digest, findings))])
            .OrderBy(mark => mark.Position));
        var digest = SealDigest.Beginning;
        await using var command = new NpgsqlCommand(SealedPlace.InOrder, connection)
        {
            CommandTimeout = 0,
            Parameters = { new() { Value = long.MinValue }, new() { Value = long.MaxValue } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (marks.Count > 0 && await reader.ReadAsync(cancellationToken))
        {
            var place = SealedPlace.Read(reader);
            while (marks.TryPeek(out var mark) && mark.Position < place.Position)
            {
                marks.Dequeue().Check(digest);
            }

            digest.Add(place);
        }

        while (marks.TryDequeue(out var rest))
        {
            rest.Check(digest);
        }
    }

    private static void CheckSeal((long Position, long Events, byte[] Digest) seal, SealDigest digest, BookFindings findings)
    {
        if (seal.Position != digest.Position || seal.Events != digest.Events || !seal.Digest.AsSpan().SequenceEqual(digest.Value))
        {
            findings.Add(BookFault.Seal, new AtPosition(seal.Position));
        }
    }

    private static void CheckHead(SealCode head, SealDigest digest, BookFindings findings)
    {
        if (SealCode.Of(head.Position, digest.Value) != head)
        {
            findings.Add(BookFault.Head, new AtPosition(head.Position));
        }
    }

    private static async Task<List<(long Position, long Events, byte[] Digest)>> SealsAsync(
        NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select last_position, events, digest from seals order by last_position", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var seals = new List<(long Position, long Events, byte[] Digest)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            seals.Add((reader.GetInt64(0), reader.GetInt64(1), reader.GetFieldValue<byte[]>(2)));
        }

        return seals;
    }
}
