using Npgsql;

namespace Tracker.EventStore.Verifying;

/// <summary>
/// Whether the database still guards the book as the migrations made it: keys and constraints in force, every table with an office
/// under row-level security, and nobody but the owner able to change an event or a seal.
/// </summary>
internal static class GuardCheck
{
    public static async Task RunAsync(NpgsqlConnection connection, BookFindings findings, CancellationToken cancellationToken)
    {
        var found = await Catalogue.OfAsync(connection, cancellationToken);
        // With a table its columns, keys and grants are missing as well.
        foreach (var missing in Catalogue.Expected.Except(found).OrderBy(line => !line.StartsWith("table ", StringComparison.Ordinal)))
        {
            findings.Add(BookFault.Guard, new InDatabase(missing, IsMissing: true));
        }

        foreach (var added in found.Except(Catalogue.Expected))
        {
            findings.Add(BookFault.Guard, new InDatabase(added, IsMissing: false));
        }
    }
}
