using Tracker.EventStore.Verifying;
using Tracker.Tests;

namespace Tracker.EventStore.Tests;

/// <summary>What the migrations make equals the committed description that <c>verify</c> compares a database with.</summary>
public sealed class CatalogueTests(PrivateClusterFixture cluster)
{
    [Fact]
    public async Task A_new_database_is_as_described()
    {
        await using var book = await cluster.NewBookAsync();
        await using var connection = await book.Database.OpenConnectionAsync();

        Assert.Equal(Catalogue.Expected, await Catalogue.OfAsync(connection, default));
    }
}
