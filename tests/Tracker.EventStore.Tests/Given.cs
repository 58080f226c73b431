using Tracker.Domain;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Offices;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;

namespace Tracker.EventStore.Tests;

/// <summary>A request as most tests need it.</summary>
internal static class Given
{
    public const string Office = "test-office";
    public static readonly DateTimeOffset Now = new(2026, 3, 10, 9, 30, 0, TimeSpan.FromHours(8));
    public static readonly DateOnly Today = LegalDay.Of(Now);

    public static Act Act(string office = Office, Guid? commandId = null, DateTimeOffset? at = null) =>
        new(office, "user:00000000-0000-0000-0000-000000000000", commandId ?? Guid.CreateVersion7(), EventStore.Act.FromPage, at ?? Now);

    public static ReceiveRequest Request(RequestNumber number, string name = "样例甲") => new(
        number,
        Channel.InPerson,
        new(new(2026, 3, 2)),
        ApplicantKind.NaturalPerson,
        Sealed.Text(name),
        Sealed.Text("000-0000-0001"),
        Sealed.Text("样例申请内容"));

    public static RequestStore Store(Book book) => new(book, (_, _, _, _) => { });

    public static async Task OfficeAsync(Book book) => Assert.IsType<Changed<OfficeState, OfficeEvent>>(
        await new OfficeStore(book, (_, _, _, _) => { }).ChangeAsync(
            StreamIds.Office(Office), seenVersion: null, Act(), state => OpenOffice.Decide(state, new(Office, "样例机关"), Today), default));

    public static async Task<Guid> RegisteredAsync(Book book, string office = Office)
    {
        var id = Guid.CreateVersion7();
        var result = await Store(book).StartAsync(
            id, Act(office), number => ReceiveRequest.Decide(RequestState.None, Request(number), WorkingCalendar.Embedded, Today), default);
        Assert.IsType<Changed<RequestState, RequestEvent>>(result);
        return id;
    }

    public static Decision<RequestEvent> Notice(RequestState state) =>
        IssueSupplementNotice.Decide(state, new(new(2026, 3, 4), new(2026, 3, 20), Sealed.Text("请补充")), Today);
}
