namespace Tracker.Endurance;

/// <summary>An act that was acknowledged: the request, and the command.</summary>
internal sealed record Acknowledgement(Guid Request, Guid Command);

/// <summary>One writer's own record of what it was told, a line an act, on the disk before the next act begins.</summary>
internal sealed class AcknowledgementFile(string path) : IDisposable
{
    private const int LineLength = 36 + 1 + 36 + 1;
    private const string Pattern = "*.acknowledged";

    private readonly FileStream file = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);

    public static AcknowledgementFile In(string folder, int writer) => new(Path.Combine(folder, $"{writer}.acknowledged"));

    public async Task AddAsync(string request, string command)
    {
        await file.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"{Guid.Parse(request)} {Guid.Parse(command)}\n"));
        file.Flush(flushToDisk: true);
    }

    public void Dispose() => file.Dispose();

    /// <summary>How many there are by now, of all writers.</summary>
    public static long CountIn(string folder) => new DirectoryInfo(folder).EnumerateFiles(Pattern).Sum(file => file.Length) / LineLength;

    public static List<Acknowledgement> ReadAll(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, Pattern)
            .SelectMany(File.ReadLines)
            .Select(line => line.Split(' '))
            .Select(ids => new Acknowledgement(Guid.Parse(ids[0]), Guid.Parse(ids[1]))),
    ];
}
