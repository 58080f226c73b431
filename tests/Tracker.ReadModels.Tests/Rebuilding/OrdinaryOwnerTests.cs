using Npgsql;
using Tracker.EventStore;
using Tracker.Tests;

namespace Tracker.ReadModels.Tests.Rebuilding;

/// <summary>On a server of somebody else's the owner of the tables is no superuser, and row-level security hides the book from it.</summary>
public sealed class OrdinaryOwnerTests(PrivateClusterFixture cluster)
{
    private const string Owner = "ordinary_owner";

    [Fact]
    public async Task An_owner_who_is_no_superuser_rebuilds_every_office_and_stays_hidden_from_them()
    {
        var (superuser, key) = (await cluster.NewDatabaseAsync(), cluster.NewKey());
        await using (var migrated = await Book.OpenAsync(superuser, key, BookRole.Owner, default))
        {
            await HandOverAsync(migrated);
        }

        var ordinary = new NpgsqlConnectionStringBuilder(superuser) { Username = Owner }.ConnectionString;
        await using var owner = await Book.OpenAsync(ordinary, key, BookRole.Owner, default);
        await using var worker = await Book.OpenAsync(ordinary, key, BookRole.Worker, default);
        await using var pages = await Book.OpenAsync(ordinary, key, BookRole.Web, default);
        await RandomHistories.WriteAsync(pages, seed: 11, count: 12);
        await RandomHistories.WriteAsync(pages, seed: 12, count: 8, "other-office");
        Assert.Empty(await RowsAsText.OfAsync(owner));
        var (before, described) = (await RowsAsText.OfAsync(worker), await SchemaDump.OfAsync(cluster, superuser, "case_rows"));

        await using (var damage = worker.Database.CreateCommand("delete from case_rows where tenant_id = 'other-office'"))
        {
            Assert.Equal(8, await damage.ExecuteNonQueryAsync());
        }

        Assert.Equal(20, await CaseRows.RebuildAsync(owner, default));

        Assert.Equal(before, await RowsAsText.OfAsync(worker));
        Assert.Equal(described, await SchemaDump.OfAsync(cluster, superuser, "case_rows"));
        Assert.Contains($"OWNER TO {Owner}", described);
        Assert.Empty(await RowsAsText.OfAsync(owner)); // no connection kept the worker's role
        await RowsAsText.AssertVerifiedAsync(worker, expected: 20);
    }

    [Theory]
    [InlineData(BookRole.Web)]
    [InlineData(BookRole.Worker)]
    public async Task Neither_the_pages_nor_the_worker_can_rebuild(BookRole role)
    {
        await using var book = await cluster.NewBookAsync(role);
        await RandomHistories.WriteAsync(book, seed: 13, count: 2);

        await Assert.ThrowsAsync<ArgumentException>(() => CaseRows.RebuildAsync(book, default));
    }

    /// <summary>As an administrator prepares a database: the tracker's login owns it and may act as the tracker's two roles.</summary>
    private static async Task HandOverAsync(Book superuser)
    {
        await using var command = superuser.Database.CreateCommand(
            $"""
            create role {Owner} login createrole;
            grant tracker_web, tracker_worker to {Owner};
            do $$
            declare
              made record;
            begin
              execute format('alter database %I owner to {Owner}', current_database());
              for made in select c.relname, c.relkind from pg_class c
                where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'S')
                  and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'a') loop
                execute format('alter %s %I owner to {Owner}', case made.relkind when 'S' then 'sequence' else 'table' end, made.relname);
              end loop;
            end $$;
            """);
        await command.ExecuteNonQueryAsync();
    }
}
