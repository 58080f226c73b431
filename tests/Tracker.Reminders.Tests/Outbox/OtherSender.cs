using System.Diagnostics;
using Tracker.EventStore;
using Tracker.EventStore.Sealing;
using Tracker.Reminders.Outbox;
using Tracker.Tests;

namespace Tracker.Reminders.Tests.Outbox;

/// <summary>A second process that sends: it writes the key of what it sent into a file, and only then says that it did.</summary>
internal sealed class OtherSender : IDisposable
{
    public const string Verb = "send";

    /// <summary>How long what it takes up is its own.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(2);

    private readonly Process process;

    private OtherSender(Process process) => this.process = process;

    public static OtherSender Start(FilledDatabase database, string record)
    {
        string[] host = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(OtherSender).Assembly.Location] : [];
        return new(Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. host, Verb, database.ConnectionString, database.Key.File, record]))!);
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    public static async Task<int> RunAsync(string database, string key, string record)
    {
        await using var book = await Book.OpenAsync(database, new MasterKeySource(Variable: null, key), BookRole.Worker, default);
        var worker = Worker(book, record);
        for (var round = 0; round < 600; round++) // killed long before; an end of its own if the test died
        {
            await worker.SendDueAsync(MessageChannel.Webhook, default);
            await Task.Delay(100);
        }

        return 0;
    }

    public static OutboxWorker Worker(Book book, string record)
    {
        var recording = new Lock();
        return new(
            book,
            async (message, _, _) =>
            {
                lock (recording)
                {
                    File.AppendAllText(record, message.IdempotencyKey + "\n");
                }

                await Task.Delay(1, CancellationToken.None);
                return new(SendResult.Delivered);
            },
            () => DateTimeOffset.UtcNow,
            Lease);
    }
}
