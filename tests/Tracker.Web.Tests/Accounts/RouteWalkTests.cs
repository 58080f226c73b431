using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tracker.Web.Accounts;
using Tracker.Web.Tests.Pages.Acts;
using Tracker.Web.Tests.Pages.Documents;
using Tracker.Web.Tests.Pages.RecordCorrections;
using static Tracker.Web.Accounts.Role;

namespace Tracker.Web.Tests.Accounts;

/// <summary>Every route of the running application × every role × one's own and another office.</summary>
public sealed class RouteWalkTests(OneTracker one) : IClassFixture<OneTracker>
{
    private const string OtherOffice = "walk-other";

    private static readonly Role[] Everybody = Enum.GetValues<Role>();
    private static readonly Role[] Readers = [.. Everybody.Except([Administrator])];
    private static readonly Role[] Handlers = [Handler, UnitHead, DisclosureHead];
    private static readonly Role[] Registrars = [Registrar, Handler, DisclosureHead];
    private static readonly Role[] Attachers = [Registrar, Handler, UnitHead, DisclosureHead];
    private static readonly Role[] Approvers = [DisclosureHead, Signatory];
    private static readonly Role[] Correctors = [Handler, DisclosureHead];

    /// <summary>Who may open which page, written down here by hand: a new route without its row fails.</summary>
    private static readonly Dictionary<string, Role[]> Office = new(StringComparer.Ordinal)
    {
        ["administration"] = [Administrator],
        ["annual-reports"] = Readers,
        ["annual-reports/{year:int}/section-three"] = Readers,
        ["approvals"] = Approvers,
        ["audit"] = [Administrator],
        ["calendar"] = Everybody,
        ["letter-numbers"] = [Administrator],
        ["office-data"] = [Administrator],
        ["outbox"] = [DisclosureHead, Supervisor, Administrator],
        ["people"] = [Administrator],
        ["people/{account:guid}"] = [Administrator],
        ["quiet-hours"] = [Administrator],
        ["record-corrections"] = Readers,
        ["record-corrections/new"] = Registrars,
        ["record-corrections/{id:guid}"] = Readers,
        ["record-corrections/{id:guid}/confirmation"] = Registrars,
        ["record-corrections/{id:guid}/correction"] = Handlers,
        ["record-corrections/{id:guid}/evidence"] = Handlers,
        ["record-corrections/{id:guid}/evidence-demand"] = Handlers,
        ["record-corrections/{id:guid}/non-correction"] = Handlers,
        ["record-corrections/{id:guid}/note"] = [.. Readers.Except([Statistician, Supervisor])],
        ["record-corrections/{id:guid}/referral"] = Handlers,
        ["record-corrections/{id:guid}/transfer"] = Handlers,
        ["record-corrections/{id:guid}/voiding"] = Correctors,
        ["record-corrections/{id:guid}/withdrawal"] = Handlers,
        ["reminder-times"] = [Administrator],
        ["reminder-times/{matter}"] = [Administrator],
        ["reminders"] = Readers,
        ["reminders/record"] = [DisclosureHead, Supervisor, Administrator],
        ["reminders/{reminder:guid}"] = Readers,
        ["reminder-channels"] = [Administrator],
        ["requests"] = Readers,
        ["requests/export"] = Readers,
        ["requests/new"] = Registrars,
        ["requests/{id:guid}"] = Readers,
        ["requests/{id:guid}/acknowledgement"] = Readers,
        ["requests/{id:guid}/agent"] = Registrars,
        ["requests/{id:guid}/agent-end"] = Registrars,
        ["requests/{id:guid}/answer"] = Handlers,
        ["requests/{id:guid}/answer-approval"] = Approvers,
        ["requests/{id:guid}/answer-draft"] = Handlers,
        ["requests/{id:guid}/answer-issue"] = Handlers,
        ["requests/{id:guid}/answer-on-the-spot"] = Handlers,
        ["requests/{id:guid}/answer-return"] = Approvers,
        ["requests/{id:guid}/answer-submission"] = Handlers,
        ["requests/{id:guid}/applicant-correction"] = Correctors,
        ["requests/{id:guid}/assignment"] = [Registrar, UnitHead, DisclosureHead],
        ["requests/{id:guid}/assignment-return"] = Handlers,
        ["requests/{id:guid}/assignment-signature"] = Handlers,
        ["requests/{id:guid}/cessation"] = Handlers,
        ["requests/{id:guid}/confirmation"] = Registrars,
        ["requests/{id:guid}/consultation"] = Handlers,
        ["requests/{id:guid}/consultation-lapse"] = Handlers,
        ["requests/{id:guid}/consultation-notice"] = Handlers,
        ["requests/{id:guid}/consultation-service"] = Handlers,
        ["requests/{id:guid}/disclosure-decision"] = Handlers,
        ["requests/{id:guid}/disclosure-notice"] = Handlers,
        ["requests/{id:guid}/document"] = Attachers,
        ["requests/{id:guid}/document-removal"] = Attachers,
        ["requests/{id:guid}/documents/{document:guid}"] = [.. Readers.Except([Statistician, Supervisor])],
        ["requests/{id:guid}/extension"] = Approvers,
        ["requests/{id:guid}/extension-approval"] = Approvers,
        ["requests/{id:guid}/extension-notice"] = Handlers,
        ["requests/{id:guid}/extension-proposal"] = Handlers,
        ["requests/{id:guid}/extension-return"] = Approvers,
        ["requests/{id:guid}/fee-notice"] = Handlers,
        ["requests/{id:guid}/fee-notice-service"] = Handlers,
        ["requests/{id:guid}/fee-overdue"] = Handlers,
        ["requests/{id:guid}/fee-waiver"] = Handlers,
        ["requests/{id:guid}/identity"] = Readers,
        ["requests/{id:guid}/identity-proof"] = Registrars,
        ["requests/{id:guid}/joint-applicant"] = Registrars,
        ["requests/{id:guid}/later-date"] = Handlers,
        ["requests/{id:guid}/note"] = [.. Readers.Except([Statistician, Supervisor])],
        ["requests/{id:guid}/opinion"] = Handlers,
        ["requests/{id:guid}/payment"] = Handlers,
        ["requests/{id:guid}/re-answer"] = Handlers,
        ["requests/{id:guid}/re-answer-order"] = Correctors,
        ["requests/{id:guid}/reasons-demand"] = Handlers,
        ["requests/{id:guid}/reasons-judgement"] = Handlers,
        ["requests/{id:guid}/receipt-correction"] = Correctors,
        ["requests/{id:guid}/related-case"] = Handlers,
        ["requests/{id:guid}/related-case-removal"] = Handlers,
        ["requests/{id:guid}/resumption"] = Correctors,
        ["requests/{id:guid}/split"] = Handlers,
        ["requests/{id:guid}/supplement"] = Handlers,
        ["requests/{id:guid}/supplement-notice"] = Handlers,
        ["requests/{id:guid}/supplement-overdue"] = Handlers,
        ["requests/{id:guid}/taking-back"] = Correctors,
        ["requests/{id:guid}/voiding"] = Correctors,
        ["requests/{id:guid}/wanted-form"] = Registrars,
        ["requests/{id:guid}/withdrawal"] = Handlers,
        ["requests/{id:guid}/withheld-part"] = Handlers,
        ["requests/{id:guid}/withheld-part-removal"] = Handlers,
        ["saved-filters"] = Readers,
        ["sending"] = [Administrator],
        ["today"] = Readers,
        ["today/print"] = Readers,
        ["units"] = [Administrator],
        ["units/{number:int}"] = [Administrator],
    };

    /// <summary>Pages of no office, open to everybody who signed in; and those open to anybody.</summary>
    private static readonly string[] OfNoOffice = ["", "calendar", "help", "help/{topic}", "password", "reminders/channels", "sign-out"];

    private static readonly string[] Open = ["sign-in", "faults/{code:int}", "health", "calendar/{token}.ics"];

    public static TheoryData<Role> Roles => [.. Everybody];

    [Fact]
    public void Every_route_of_the_running_application_has_its_row_here() => Assert.Equal(
        Office.Keys.Select(page => $"offices/{{office}}/{page}").Concat(OfNoOffice).Concat(Open).Order(StringComparer.Ordinal),
        Routes().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_role_opens_its_pages_in_its_own_office_and_in_another_nothing_is_found(Role role)
    {
        var tracker = one.Tracker;
        await tracker.OpenOfficeAsync(OtherOffice, "另一机关");
        using var everybody = tracker.Browser();
        var id = await ThePage.RegisterAsync(everybody);
        await everybody.FollowAsync(await everybody.UploadAsync(id, "样例.pdf", DocumentPages.Pdf()));
        document = (await tracker.StreamAsync(id)).State.Documents[0].Document;
        var correction = await CorrectionPages.RegisterAsync(everybody);
        using var unit = await everybody.FillInAsync($"/offices/{TestTracker.Office}/units", ("Form.Name", "样例科"));
        var account = await tracker.NewAccountAsync([new(TestTracker.Office, role)]);
        using var browser = tracker.Browser(account);

        foreach (var (page, roles) in Office)
        {
            var subject = page.StartsWith("record-corrections", StringComparison.Ordinal) ? correction : id;
            foreach (var post in new[] { false, true })
            {
                Assert.Equal(
                    (page, post, Expected(page, role, roles, post)),
                    (page, post, await StatusAsync(browser, TestTracker.Office, page, subject, account.Id, post)));
                Assert.Equal((page, post, HttpStatusCode.NotFound), (page, post, await StatusAsync(browser, OtherOffice, page, subject, account.Id, post)));
            }
        }

        foreach (var page in OfNoOffice)
        {
            using var response = await browser.GetAsync($"/{Filled(page, id, account.Id)}");
            Assert.Contains(response.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.Redirect });
        }
    }

    [Fact]
    public async Task Without_a_session_every_page_asks_for_a_sign_in_and_a_form_is_kept()
    {
        using var nobody = one.Tracker.Browser(account: null);
        foreach (var page in Office.Keys.Select(page => $"offices/{TestTracker.Office}/{page}").Concat(OfNoOffice))
        {
            var address = "/" + Filled(page, Guid.NewGuid(), Guid.NewGuid());
            using var look = await nobody.GetAsync(address);
            Assert.Equal((address, HttpStatusCode.Redirect), (address, look.StatusCode));
            Assert.StartsWith("/sign-in", look.Headers.Location!.ToString());
            using var form = await nobody.PostAsync(address, new FormUrlEncodedContent([new("Form.Content", "样例内容")]));
            Assert.Equal((address, HttpStatusCode.Unauthorized), (address, form.StatusCode));
            var kept = await Browsing.PageOfAsync(form);
            Assert.Contains("登录已经过期，没有保存任何内容。", kept.Text("h1"));
            Assert.Equal(page != "password", kept.QuerySelector("main input[name='Form.Content'][value=样例内容]") is not null);
        }
    }

    [Fact]
    public async Task No_role_in_an_office_opens_the_calendar_of_all_and_a_role_in_every_office_opens_each()
    {
        var tracker = one.Tracker;
        var local = await tracker.NewAccountAsync([new(TestTracker.Office, Administrator)]);
        var central = await tracker.NewAccountAsync([new(OfficeRole.EveryOffice, Supervisor)]);
        await tracker.OpenOfficeAsync(OtherOffice, "另一机关");
        using var browser = tracker.Browser(local);
        using var reader = tracker.Browser(central);

        using var adopted = await browser.FillInAsync("/calendar", ("Form.Text", "x"));
        using var read = await reader.GetAsync($"/offices/{OtherOffice}/requests");

        Assert.Equal(HttpStatusCode.Forbidden, adopted.StatusCode);
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
    }

    /// <summary>A page that may be opened answers with itself, a redirect, a missing case or a refused form, and never with 403.</summary>
    private static HttpStatusCode? Expected(string page, Role role, Role[] roles, bool post)
    {
        var mayPost = page switch
        {
            "calendar" => role is Administrator or DisclosureHead,
            "outbox" => role is Administrator,
            "sending" => false, // it is set for every office by who administers all of them
            _ => roles.Contains(role),
        };
        return (post ? mayPost : roles.Contains(role)) ? null : HttpStatusCode.Forbidden;
    }

    private async Task<HttpStatusCode?> StatusAsync(HttpClient browser, string office, string page, Guid id, Guid account, bool post)
    {
        var address = $"/offices/{office}/{Filled(page, id, account)}";
        using var response = post ? await browser.PostAsync(address, new FormUrlEncodedContent(await TokenAsync(browser))) : await browser.GetAsync(address);
        return response.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound ? response.StatusCode : null;
    }

    private string? token;

    private Guid document = Guid.NewGuid();

    /// <summary>A right antiforgery token, so that it is the role that is asked.</summary>
    private async Task<Dictionary<string, string>> TokenAsync(HttpClient browser)
    {
        token ??= (await browser.PageAsync("/password")).QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return new() { ["__RequestVerificationToken"] = token };
    }

    private string Filled(string page, Guid id, Guid account) => page
        .Replace("{office}", TestTracker.Office, StringComparison.Ordinal)
        .Replace("{id:guid}", $"{id}", StringComparison.Ordinal)
        .Replace("{document:guid}", $"{document}", StringComparison.Ordinal)
        .Replace("{account:guid}", $"{account}", StringComparison.Ordinal)
        .Replace("{topic}", "answer", StringComparison.Ordinal)
        .Replace("{year:int}", "2026", StringComparison.Ordinal)
        .Replace("{matter}", "Answer", StringComparison.Ordinal)
        .Replace("{reminder:guid}", $"{id}", StringComparison.Ordinal)
        .Replace("{number:int}", "1", StringComparison.Ordinal);

    private IEnumerable<string> Routes() => one.Tracker.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>().Select(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/')).Distinct();
}
