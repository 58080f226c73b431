using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Npgsql;

namespace Tracker.EventStore;

/// <summary>
/// Rows for COPY … FROM STDIN (FORMAT binary), spelled as PostgreSQL documents it and sent in large pieces: several times cheaper
/// than handing over value by value, which counts where a whole book is written.
/// </summary>
public sealed class BinaryCopy : IRowSink, IAsyncDisposable
{
    private const int PieceSize = 64 * 1024;
    private const int VarcharOid = 1043;
    private const int SmallintOid = 21;
    private const int BigintOid = 20;
    private const byte JsonbVersion = 1;
    private static readonly int Epoch = new DateOnly(2000, 1, 1).DayNumber;
    private static readonly long EpochTicks = new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    private static ReadOnlySpan<byte> Signature => [0x50, 0x47, 0x43, 0x4F, 0x50, 0x59, 0x0A, 0xFF, 0x0D, 0x0A, 0]; // PGCOPY and what transfers tend to spoil

    private readonly NpgsqlRawCopyStream stream;
    private readonly ArrayBufferWriter<byte> piece = new(2 * PieceSize);
    private bool completed;

    private BinaryCopy(NpgsqlRawCopyStream stream)
    {
        this.stream = stream;
        piece.Write(Signature);
        Int32(0); // no flags
        Int32(0); // no header extension
    }

    /// <param name="statement">The COPY; its columns are then handed over in this order.</param>
    public static async Task<BinaryCopy> BeginAsync(NpgsqlConnection connection, string statement, CancellationToken cancellationToken) =>
        new(await connection.BeginRawBinaryCopyAsync(statement, cancellationToken));

    public void BeginRow(short columns) => Int16(columns);

    /// <summary>Sends what has been gathered once it is much.</summary>
    public ValueTask EndRowAsync(CancellationToken cancellationToken) =>
        piece.WrittenCount < PieceSize ? ValueTask.CompletedTask : SendAsync(cancellationToken);

    /// <summary>Without it nothing is copied.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        Int16(-1);
        await SendAsync(cancellationToken);
        completed = true;
        await stream.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (completed)
        {
            return;
        }

        try
        {
            await stream.CancelAsync();
        }
        catch (Exception fault) when (fault is ObjectDisposedException or NpgsqlException)
        {
            // The session broke, and the copy with it; what broke it is on its way to the caller already.
        }
    }

    public void Text(string? value)
    {
        if (value is null)
        {
            Int32(-1);
            return;
        }

        var length = Encoding.UTF8.GetByteCount(value);
        Int32(length);
        Encoding.UTF8.GetBytes(value, piece.GetSpan(length));
        piece.Advance(length);
    }

    public void Uuid(Guid value)
    {
        Int32(16);
        value.TryWriteBytes(piece.GetSpan(16), bigEndian: true, out _);
        piece.Advance(16);
    }

    public void Bigint(long value)
    {
        Int32(sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(piece.GetSpan(sizeof(long)), value);
        piece.Advance(sizeof(long));
    }

    public void Smallint(short? value)
    {
        Int32(value is null ? -1 : sizeof(short));
        if (value is { } number)
        {
            Int16(number);
        }
    }

    public void Day(DateOnly? value)
    {
        Int32(value is null ? -1 : sizeof(int));
        if (value is { } day)
        {
            Int32(day.DayNumber - Epoch);
        }
    }

    public void Flag(bool value)
    {
        Int32(1);
        piece.GetSpan(1)[0] = value ? (byte)1 : (byte)0;
        piece.Advance(1);
    }

    public void Bytes(ReadOnlySpan<byte> value)
    {
        Int32(value.Length);
        piece.Write(value);
    }

    /// <summary>JSON as text, which jsonb's binary form is but for its version.</summary>
    public void Json(ReadOnlySpan<byte> text)
    {
        Int32(1 + text.Length);
        piece.Write([JsonbVersion]);
        piece.Write(text);
    }

    /// <summary>In whole microseconds; what is finer is cut off.</summary>
    public void Instant(DateTimeOffset value) => Bigint((value.UtcTicks - EpochTicks) / TimeSpan.TicksPerMicrosecond);

    public void Texts(IReadOnlyList<string> values)
    {
        Int32(ArrayHead(values.Count) + values.Sum(value => sizeof(int) + Encoding.UTF8.GetByteCount(value)));
        BeginArray(values.Count, VarcharOid);
        foreach (var value in values)
        {
            Text(value);
        }
    }

    public void Smallints(IReadOnlyList<short> values)
    {
        Int32(ArrayHead(values.Count) + (values.Count * (sizeof(int) + sizeof(short))));
        BeginArray(values.Count, SmallintOid);
        foreach (var value in values)
        {
            Smallint(value);
        }
    }

    public void Bigints(IReadOnlyList<long> values)
    {
        Int32(ArrayHead(values.Count) + (values.Count * (sizeof(int) + sizeof(long))));
        BeginArray(values.Count, BigintOid);
        foreach (var value in values)
        {
            Bigint(value);
        }
    }

    /// <summary>Dimensions, a flag and the type; for the one dimension of an array with members its length and first place.</summary>
    private static int ArrayHead(int count) => (count == 0 ? 3 : 5) * sizeof(int);

    private void BeginArray(int count, int memberType)
    {
        Int32(count == 0 ? 0 : 1);
        Int32(0); // no nulls
        Int32(memberType);
        if (count > 0)
        {
            Int32(count);
            Int32(1);
        }
    }

    private void Int16(short value)
    {
        BinaryPrimitives.WriteInt16BigEndian(piece.GetSpan(sizeof(short)), value);
        piece.Advance(sizeof(short));
    }

    private void Int32(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(piece.GetSpan(sizeof(int)), value);
        piece.Advance(sizeof(int));
    }

    private async ValueTask SendAsync(CancellationToken cancellationToken)
    {
        await stream.WriteAsync(piece.WrittenMemory, cancellationToken);
        piece.ResetWrittenCount();
    }
}
