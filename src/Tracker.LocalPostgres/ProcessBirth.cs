using System.Globalization;

namespace Tracker.LocalPostgres;

/// <summary>When a process began, as the kernel counts it; a pid alone may have gone to another process since.</summary>
internal static class ProcessBirth
{
    // proc(5): "pid (name) state …". The name may hold blanks and parentheses, so the fields are counted from the last one.
    private const int State = 0;
    private const int StartTime = 19;

    /// <summary>In clock ticks since the machine started; null for a process that has ended, whether or not its parent has noticed.</summary>
    public static string? Of(int pid)
    {
        try
        {
            var line = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/stat"));
            var fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
            return fields[State] is "Z" or "X" ? null : fields[StartTime];
        }
        catch (IOException)
        {
            return null; // there is no such process, or it ended while it was read
        }
    }
}
