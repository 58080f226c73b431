using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using Tracker.Domain.LegalTime;
using Tracker.EventStore;
using Tracker.EventStore.Sealing;
using Tracker.EventStore.Seals;
using Tracker.ReadModels;

namespace Tracker.Web.Wiring;

/// <summary>Which part is handed to which.</summary>
public static class ServiceWiring
{
    public static IServiceCollection AddTracker(this IServiceCollection services, Book book, TimeProvider time)
    {
        services.AddSingleton(book);
        services.AddSingleton(new LegalClock(time));
        services.AddSingleton(WorkingCalendar.Embedded);
        services.AddSingleton<CaseRows>();
        services.AddSingleton(provider => new RequestStore(book, provider.GetRequiredService<CaseRows>().Write));
        services.AddSingleton(_ => new OfficeStore(book, OfficeList.Write));
        services.AddSingleton<ReportingYearStore>();
        services.AddSingleton<ProtectionKeys>();
        services.AddSingleton<Sealer>();
        services.AddSingleton<CaseList>();
        services.AddSingleton<OfficeList>();
        services.AddSingleton<AnnualReportReader>();
        services.AddSingleton<YearClosing>();
        return services;
    }

    public static IServiceCollection AddTrackerPages(this IServiceCollection services)
    {
        services.AddRazorPages(options =>
            {
                options.Conventions.ConfigureFilter(new OfficeInAddress());
            })
            .AddMvcOptions(options =>
            {
                ChineseBindingMessages.Set(options.ModelBindingMessageProvider);
                options.ModelBinderProviders.Insert(0, new DayBinder());
            })
            .AddApplicationPart(typeof(ServiceWiring).Assembly);
        services.Configure<MvcOptions>(options => options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true);
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddAntiforgery(options => options.Cookie.Name = "tracker.form");
        services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.Name = "tracker.banner");
        services.AddExceptionHandler<UnhandledFaults>();
        services.AddLogging(logging => logging
            .SetMinimumLevel(LogLevel.Warning)
            .AddFilter(UnhandledFaults.FrameworksOwn, LogLevel.None)
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)); // a start that fails is told in one sentence by its command
        services.AddDataProtection();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, KeysInTheBook>();
        return services;
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
            headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            await next(context);
        });
        app.UseStaticFiles();
        app.UseRouting();
        app.UseEndpoints(endpoints => endpoints.MapRazorPages());
    }
}
