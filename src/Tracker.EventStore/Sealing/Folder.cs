using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Tracker.EventStore.Sealing;

/// <summary>
/// The entries of a folder on the disk. A file's bytes can be flushed from .NET, its name in the folder cannot, and a key whose name a
/// power cut takes away is lost.
/// </summary>
internal static class Folder
{
    private const int ReadOnly = 0;

    /// <summary>Returns once the names in the folder of this file would survive a power cut.</summary>
    /// <exception cref="IOException">The system cannot promise it.</exception>
    public static void FlushOf(string file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var handle = Open(folder, ReadOnly);
        if (handle < 0 || Flush(handle) != 0)
        {
            throw new IOException($"{folder}: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}");
        }

        _ = Close(handle);
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Flush(int handle);

    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int handle);
}
