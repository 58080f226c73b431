using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Tracker.Domain.Requests.Hints;
using Tracker.Web.Pages;
using Tracker.Web.Wiring;

namespace Tracker.Web.Accounts;

/// <summary>Sign-in out of ASP.NET Core Identity's parts over the tracker's own store.</summary>
internal static class AccountWiring
{
    /// <summary>So many wrong passwords lock an account.</summary>
    public const int WrongPasswords = 5;

    /// <summary>For so long.</summary>
    public static readonly TimeSpan Locked = TimeSpan.FromMinutes(15);

    /// <summary>The shortest password.</summary>
    public const int ShortestPassword = 10;

    /// <summary>Sign-ins a minute from one address; a password takes a while to check, and nobody shall keep the machine busy with it.</summary>
    public const int SignInsPerMinute = 30;

    /// <summary>The limit on sign-ins.</summary>
    public const string SignInLimit = "sign-in";

    public static IServiceCollection AddTrackerAccounts(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<AccountStore>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton<SavedFilters>();
        services.AddSingleton<CalendarAddresses>();
        services.AddSingleton<ILookupNormalizer, SignInNames>();
        services.AddIdentityCore<Account>(options =>
            {
                options.User.AllowedUserNameCharacters = "";
                options.Lockout.MaxFailedAccessAttempts = WrongPasswords;
                options.Lockout.DefaultLockoutTimeSpan = Locked;
                options.Password.RequiredLength = ShortestPassword;
                options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
                options.Password.RequiredUniqueChars = 4;
            })
            .AddUserStore<AccountStore>()
            .AddSignInManager();
        services.AddScoped<People>();
        services.AddScoped<Recorders>();
        services.AddScoped<Session>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, options =>
        {
            options.Cookie.Name = "tracker.session";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.LoginPath = Addresses.SignIn;
            options.ExpireTimeSpan = Session.Lasts;
            options.SlidingExpiration = true;
            options.EventsType = typeof(Session);
        });
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.AddPolicy(SignInLimit, context => HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(
                    context.Connection.RemoteIpAddress?.ToString() ?? "",
                    _ => new() { PermitLimit = SignInsPerMinute, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter("a look"));
            limits.AddPolicy(DueCalendars.Limit, context => RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new() { PermitLimit = DueCalendars.LooksPerMinute, Window = TimeSpan.FromMinutes(1) }));
        });
        return services;
    }

    /// <summary>One spelling of a name: full-width letters are letters, capitals make no difference, and signs between them neither.</summary>
    private sealed class SignInNames : ILookupNormalizer
    {
        public string? NormalizeName(string? name) => NormalText.Of(name) is { Length: > 0 } normal ? normal : name?.Trim();

        public string? NormalizeEmail(string? email) => email;
    }
}
