namespace Tracker.Endurance;

/// <summary>The second process: eight writers at once, until its input ends.</summary>
internal static class Writers
{
    private const int Count = 8;
    private static readonly TimeSpan LastActs = TimeSpan.FromMinutes(1);

    public static async Task<int> RunAsync(Uri address, string folder, Clerk who, string[] offices)
    {
        using var stopping = new CancellationTokenSource();
        using var givingUp = new CancellationTokenSource();
        _ = Task.Run(async () =>
        {
            await Console.In.ReadToEndAsync(); // ends with the process that started this one, however that ends
            await stopping.CancelAsync();
            givingUp.CancelAfter(LastActs);
        });
        var writers = Enumerable.Range(0, Count).Select(async writer =>
        {
            using var file = AcknowledgementFile.In(folder, writer);
            using var clerk = new PageWriter(address, who, offices[writer % offices.Length], file);
            try
            {
                await clerk.RunAsync(stopping.Token, givingUp.Token);
                return clerk;
            }
            catch
            {
                await givingUp.CancelAsync(); // the others need not go on
                throw;
            }
        });
        try
        {
            var clerks = await Task.WhenAll(writers);
            Console.WriteLine($"{clerks.Sum(clerk => clerk.Acknowledged)} acts acknowledged");
            Console.WriteLine($"{clerks.Sum(clerk => clerk.SentAgain)} times a form was sent again");
            foreach (var told in clerks.SelectMany(clerk => clerk.Told).GroupBy(told => told.Key, told => told.Value))
            {
                Console.WriteLine($"{told.Sum()} times a page said {told.Key}");
            }

            return 0;
        }
        catch (Exception fault) when (fault is UnexpectedAnswerException or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return 1;
        }
    }
}
