namespace Tracker.LocalPostgres;

/// <summary>
/// A lock on a file, kept by the kernel and gone with its process however that ends. .NET maps
/// <see cref="FileShare.None"/> to an exclusive flock(2) and shared reading to a shared one; util-linux's flock takes the same.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private const int WouldBlock = 11; // EAGAIN, which .NET passes on as the HResult of a lock not granted
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly FileStream file;

    private FileLock(FileStream file) => this.file = file;

    public void Dispose() => file.Dispose();

    /// <summary>The lock for this process alone, or null while anybody else holds it in either way.</summary>
    public static FileLock? TryExclusive(string path) => Try(path, FileAccess.ReadWrite, FileShare.None);

    /// <summary>The lock together with others, or null while somebody holds it alone.</summary>
    public static FileLock? TryShared(string path) => Try(path, FileAccess.Read, FileShare.Read);

    /// <summary>Waits for the exclusive lock; after <paramref name="patience"/> refuses with <paramref name="sentence"/>.</summary>
    public static async Task<FileLock> ExclusiveAsync(
        string path, TimeSpan patience, string sentence, CancellationToken cancellationToken)
    {
        var waitingSince = Environment.TickCount64;
        while (true)
        {
            if (TryExclusive(path) is { } taken)
                return taken;
            if (Environment.TickCount64 - waitingSince > patience.TotalMilliseconds)
                throw new LocalPostgresException(sentence);
            await Task.Delay(Pause, cancellationToken);
        }
    }

    private static FileLock? Try(string path, FileAccess access, FileShare share)
    {
        try
        {
            return new FileLock(new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = access,
                Share = share,
                BufferSize = 0,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            }));
        }
        catch (IOException busy) when (busy.HResult == WouldBlock)
        {
            return null;
        }
    }
}
