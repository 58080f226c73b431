using System.Collections.Immutable;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.EventStore;
using Tracker.Tests;

namespace Tracker.ReadModels.Tests;

/// <summary>Every filter, order and count says what one finds by looking at each case.</summary>
public sealed class CaseFilterTests(PrivateClusterFixture cluster)
{
    private const string Other = "other-office";

    [Fact]
    public async Task Every_filter_leaves_the_cases_a_slow_look_leaves_alone_and_with_another()
    {
        await using var book = await cluster.NewBookAsync();
        var states = await DeskHistories.WriteAsync(book, seed: 21, count: 150);
        await DeskHistories.WriteAsync(book, seed: 22, count: 30, Other);
        var filters = Filters(states.Values).ToList();
        var random = new Random(23);
        filters.AddRange(Enumerable.Range(0, 60).Select(_ => Both(filters[random.Next(filters.Count)], filters[random.Next(filters.Count)])));

        var left = 0;
        foreach (var filter in filters)
        {
            var today = Day(states, random);
            var expected = states.Where(one => SlowFilter.Leaves(filter, one.Value, today)).Select(one => one.Key).Order().ToList();
            var found = await AllAsync(book, filter, order: null, today);
            Assert.Equal(expected, found.Select(row => row.Id).Order());
            left += expected.Count;
        }

        Assert.True(left > 500, $"{left} cases in {filters.Count} lists");
    }

    [Fact]
    public async Task Every_state_a_case_can_wait_in_or_be_idle_in_occurs_and_the_desk_counts_and_shows_it()
    {
        await using var book = await cluster.NewBookAsync();
        var states = await DeskHistories.WriteAsync(book, seed: 31, count: 200);
        await DeskHistories.WriteAsync(book, seed: 32, count: 30, Other);
        ImmutableArray<Awaited> mine = [Awaited.AnswerApproval, Awaited.ExtensionApproval];
        var random = new Random(33);
        foreach (var today in Enumerable.Range(0, 12).Select(_ => Day(states, random)).Append(RandomHistories.Today))
        {
            var desk = await new Desk(book).ReadAsync(RandomHistories.Office, mine, WorkingCalendar.Embedded, today, default);
            foreach (var awaited in Enum.GetValues<Awaited>())
            {
                Assert.Equal((awaited, states.Values.LongCount(state => SlowFilter.Waits(awaited, state))), (awaited, desk.Waiting[awaited]));
                Assert.True(desk.Waiting[awaited] > 0, $"{awaited}");
            }

            foreach (var idle in Enum.GetValues<Idle>())
            {
                Assert.Equal((idle, states.Values.LongCount(state => SlowFilter.IsIdle(idle, state, today))), (idle, desk.Idle[idle]));
            }

            foreach (var part in Enum.GetValues<DeskPart>())
            {
                var expected = states.Where(one => LiesIn(part, one.Value, mine, today)).Select(one => one.Key).ToHashSet();
                Assert.Equal((part, (long)expected.Count), (part, desk.Counts[part]));
                Assert.Equal(Math.Min(Desk.Shown, expected.Count), desk.Rows[part].Length);
                Assert.All(desk.Rows[part], row => Assert.Contains(row.Id, expected));
                Assert.Equal(desk.Rows[part].Order(ByDue), desk.Rows[part]);
            }
        }
    }

    [Fact]
    public async Task A_list_is_sorted_by_what_was_asked_and_the_other_way_round_is_its_reverse()
    {
        await using var book = await cluster.NewBookAsync();
        await DeskHistories.WriteAsync(book, seed: 41, count: 120);
        foreach (var sort in Enum.GetValues<CaseSort>())
        {
            var up = await AllAsync(book, new(), new(sort, Down: false), RandomHistories.Today);
            var down = await AllAsync(book, new(), new(sort, Down: true), RandomHistories.Today);

            Assert.Equal(120, up.Select(row => row.Id).Distinct().Count());
            Assert.Equal(up.Select(row => row.Id), down.Select(row => row.Id).Reverse());
            Assert.Equal(up.Order(By(sort)).Select(row => row.Id), up.Select(row => row.Id));
        }
    }

    [Fact]
    public async Task The_units_are_those_that_hold_a_case_of_the_office()
    {
        await using var book = await cluster.NewBookAsync();
        var states = await DeskHistories.WriteAsync(book, seed: 51, count: 60);

        Assert.Equal(
            states.Values.Select(state => state.Holder?.Unit).OfType<string>().Distinct().Order(StringComparer.Ordinal),
            (await new CaseList(book).UnitsAsync(RandomHistories.Office, default)).Order(StringComparer.Ordinal));
        Assert.Empty(await new CaseList(book).UnitsAsync(Other, default));
    }

    private static IEnumerable<CaseFilter> Filters(IEnumerable<RequestState> states) =>
    [
        new(),
        new() { Number = "-000" },
        new() { Number = "%" },
        new() { Missing = true },
        .. Enum.GetValues<CaseState>().Select(state => new CaseFilter { State = state }),
        .. Enum.GetValues<Urgency>().Select(due => new CaseFilter { Due = due }),
        .. Enum.GetValues<Awaited>().Select(awaited => new CaseFilter { Waits = awaited }),
        .. Enum.GetValues<Idle>().Select(idle => new CaseFilter { Idle = idle }),
        .. Grounds.All.Select(ground => new CaseFilter { Ground = ground }),
        .. Enum.GetValues<ApplicantKind>().Select(kind => new CaseFilter { Kind = kind }),
        .. Enum.GetValues<Channel>().Select(channel => new CaseFilter { Channel = channel }),
        .. Enumerable.Range(2020, 8).Select(year => new CaseFilter { ReceivedIn = year }),
        .. states.Select(state => state.Holder?.Unit).OfType<string>().Distinct().Append("没有的科").Select(unit => new CaseFilter { Unit = unit }),
    ];

    private static CaseFilter Both(CaseFilter one, CaseFilter other) => new()
    {
        Number = one.Number ?? other.Number,
        State = one.State ?? other.State,
        Due = one.Due ?? other.Due,
        Waits = one.Waits ?? other.Waits,
        Idle = one.Idle ?? other.Idle,
        Ground = one.Ground ?? other.Ground,
        Kind = one.Kind ?? other.Kind,
        Channel = one.Channel ?? other.Channel,
        ReceivedIn = one.ReceivedIn ?? other.ReceivedIn,
        Unit = one.Unit ?? other.Unit,
        Missing = one.Missing || other.Missing,
    };

    /// <summary>A day near something that happens to one of the cases.</summary>
    private static DateOnly Day(ImmutableDictionary<Guid, RequestState> states, Random random)
    {
        var state = states.Values.ElementAt(random.Next(states.Count));
        return (random.Next(2) == 0 ? state.LastFactOn : RequestClock.Read(state, WorkingCalendar.Embedded).DueOn ?? state.LastFactOn).AddDays(random.Next(30) - 5);
    }

    private static bool LiesIn(DeskPart part, RequestState state, ImmutableArray<Awaited> mine, DateOnly today) => part switch
    {
        DeskPart.Late => SlowFilter.IsDue(Urgency.Late, state, today),
        DeskPart.Today => SlowFilter.IsDue(Urgency.Today, state, today),
        DeskPart.Soon => SlowFilter.IsDue(Urgency.Soon, state, today),
        DeskPart.Mine => mine.Any(awaited => SlowFilter.Waits(awaited, state)),
        DeskPart.Stopped => new[] { Awaited.Supplement, Awaited.Payment, Awaited.Opinion }.Any(awaited => SlowFilter.Waits(awaited, state)),
        DeskPart.Idle => Enum.GetValues<Idle>().Any(idle => SlowFilter.IsIdle(idle, state, today)),
    };

    private static readonly Comparer<CaseRow> ByDue = Comparer<CaseRow>.Create(
        (one, other) => (one.DueOn ?? DateOnly.MaxValue).CompareTo(other.DueOn ?? DateOnly.MaxValue));

    private static Comparer<CaseRow> By(CaseSort sort) => sort switch
    {
        CaseSort.Number => Comparer<CaseRow>.Create((one, other) => string.CompareOrdinal(one.Number.Text, other.Number.Text)),
        CaseSort.Received => Comparer<CaseRow>.Create((one, other) => one.ReceivedOn.CompareTo(other.ReceivedOn)),
        CaseSort.Due => ByDue,
    };

    private static async Task<List<CaseRow>> AllAsync(Book book, CaseFilter filter, CaseOrder? order, DateOnly today)
    {
        var rows = new List<CaseRow>();
        for (var (page, more) = (1, true); more; page++)
        {
            var read = await new CaseList(book).FindAsync(RandomHistories.Office, filter, order, WorkingCalendar.Embedded, today, page, default);
            rows.AddRange(read.Rows);
            more = read.HasNext;
            Assert.True(more || read.Total == rows.Count);
        }

        return rows;
    }
}
