using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using Tracker.EventStore;
using Tracker.EventStore.CaseDocuments;
using Tracker.EventStore.Indexing;
using Tracker.EventStore.Sealing;
using Tracker.EventStore.Seals;
using Tracker.ReadModels;
using Tracker.ReadModels.Adopting;
using Tracker.ReadModels.Corrections;
using Tracker.ReadModels.Searching;
using Tracker.Reminders;
using Tracker.Reminders.Channels;
using Tracker.Reminders.Outbox;
using Tracker.Reminders.Planning;
using Tracker.Web.Accounts;
using Tracker.Web.Pages;
using Tracker.Web.Pages.Offices.RecordCorrections;

namespace Tracker.Web.Wiring;

/// <summary>Which part is handed to which.</summary>
public static class ServiceWiring
{
    /// <param name="services">Receives them.</param>
    /// <param name="book">The book as the pages or a command use it.</param>
    /// <param name="worker">The same book for work behind the pages, which sees every office.</param>
    /// <param name="time">The clock.</param>
    public static IServiceCollection AddTracker(this IServiceCollection services, Book book, Book worker, TimeProvider time)
    {
        services.AddSingleton(book);
        services.AddSingleton(new LegalClock(time));
        services.AddSingleton(book.Calendars);
        services.AddSingleton(new CalendarAdoption(worker));
        services.AddSingleton(_ => new RequestStore(book, CaseRows.Write));
        services.AddSingleton(_ => new RequestPairs(book, CaseRows.Write));
        services.AddSingleton(_ => new DocumentStore(book, CaseRows.Write));
        services.AddSingleton(_ => new LetterIssues(book, CaseRows.Write));
        services.AddSingleton(_ => new OfficeStore(book, OfficeList.Write));
        services.AddSingleton(_ => new RecordCorrectionStore(book, CorrectionRows.Write));
        services.AddSingleton<CorrectionList>();
        services.AddSingleton<AnsweredRequests>();
        services.AddSingleton<ReportingYearStore>();
        services.AddSingleton<ProtectionKeys>();
        services.AddSingleton<Sealer>();
        services.AddSingleton<CaseList>();
        services.AddSingleton<CaseSearch>();
        services.AddSingleton<CaseExport>();
        services.AddSingleton<Desk>();
        services.AddSingleton<CaseLookup>();
        services.AddSingleton<CaseHintReader>();
        services.AddSingleton<OfficeList>();
        services.AddSingleton<YearFactsReader>();
        services.AddSingleton<AnnualReportReader>();
        services.AddSingleton<YearClosing>();
        services.AddSingleton<JointAnswers>();
        services.AddSingleton<CaseLinks>();
        services.AddSingleton<ReminderReader>();
        services.AddSingleton<ReadReminderLines>(provider => provider.GetRequiredService<ReminderReader>().LinesAsync);
        services.AddSingleton(provider => new ReminderPeople(worker, provider.GetService<DemoAccounts>()));
        services.AddSingleton(provider => new ReminderSweep(
            worker, provider.GetRequiredService<ReminderPeople>().OfAsync, provider.GetRequiredService<PlanDelivery>()));
        services.AddSingleton(provider => new ReminderReplay(worker));
        services.AddSingleton<ChannelSettings>();
        services.AddSingleton<OutboxList>();
        services.AddSingleton<HttpChannel>();
        services.AddSingleton(DeliveryPlan.With(new(worker), new(worker, OfficeList.Write), worker.Calendars));
        return services;
    }

    /// <param name="services">Receives them.</param>
    /// <param name="offersDemo">Whether the demo's accounts may sign in.</param>
    public static IServiceCollection AddTrackerPages(this IServiceCollection services, bool offersDemo = false)
    {
        services.AddSingleton(new DemoAccounts(offersDemo));
        services.AddRazorPages(options =>
            {
                options.Conventions.ConfigureFilter(new OfficeInAddress());
                options.Conventions.ConfigureFilter(new AccessFilter());
            })
            .AddMvcOptions(options =>
            {
                ChineseBindingMessages.Set(options.ModelBindingMessageProvider);
                options.ModelBinderProviders.Insert(0, new TypedBinderProvider());
                options.ModelBinderProviders.Insert(0, new TextBinder.Provider());
            })
            .AddViewOptions(options => options.ClientModelValidatorProviders.Clear()) // no script reads them, and some are in English
            .AddApplicationPart(typeof(ServiceWiring).Assembly);
        services.Configure<MvcOptions>(options => options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true);
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddTrackerAccounts();
        services.AddScoped<OfficeDesk>();
        services.AddScoped<CaseDesk>();
        services.AddScoped<CorrectionDesk>();
        services.AddScoped<DueCalendars>();
        services.AddAntiforgery(options => options.Cookie.Name = "tracker.form");
        services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.Name = "tracker.banner");
        services.AddExceptionHandler<UnhandledFaults>();
        services.AddLogging(logging => logging
            .SetMinimumLevel(LogLevel.Warning)
            .AddFilter(UnhandledFaults.FrameworksOwn, LogLevel.None)
            .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error) // it warns that it forbids keeping what may not be kept anyway
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)); // a start that fails is told in one sentence by its command
        services.AddDataProtection();
        services.AddSingleton<SearchTokens>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, KeysInTheBook>();
        return services;
    }

    /// <summary>Whether the pages and their database answer, for who watches over them; 503 while they do not.</summary>
    private static async Task<string> HealthAsync(Book book, CancellationToken cancellationToken)
    {
        await using var command = book.Database.CreateCommand("select 1");
        await command.ExecuteScalarAsync(cancellationToken);
        return "ok";
    }

    public static void UseTracker(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/faults/500",
            StatusCodeSelector = UnhandledFaults.StatusOf,
        });
        app.UseStatusCodePagesWithReExecute("/faults/{0}");
        app.Use(async (context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            await next(context);
        });
        app.UseStaticFiles();
        app.Use(async (context, next) =>
        {
            context.Response.Headers.CacheControl = "no-store"; // names and texts stand on the pages
            await next(context);
        });
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.Use(Session.FindAsync);
        app.UseAuthorization();
        app.UseEndpoints(endpoints =>
        {
            endpoints.MapRazorPages();
            endpoints.MapGet("/health", HealthAsync).AllowAnonymous();
            DueCalendars.Map(endpoints);
        });
    }
}
