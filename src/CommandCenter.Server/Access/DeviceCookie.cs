using System.Security.Claims;
using CommandCenter.Domain.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace CommandCenter.Server.Access;

/// <summary>
/// The cookie that says which device this is: sealed with keys that lie with the codes and devices, out of reach of scripts, sent to this
/// site alone, and worth nothing once the device is revoked.
/// </summary>
internal static class DeviceCookie
{
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    private const string DeviceClaim = "device";
    private const string OperationClaim = "operation";
    private const string PostClaim = "post";
    private static readonly TimeSpan LastsFor = TimeSpan.FromDays(30);

    public static void Add(IServiceCollection services, IAccessStore store)
    {
        var keys = services.AddDataProtection().SetApplicationName("CommandCenter");
        if (store is AccessFolder folder)
        {
            keys.PersistKeysToFileSystem(new(folder.Folder("keys")));
        }
        else
        {
            services.Configure<KeyManagementOptions>(o => o.XmlRepository = new KeyShelf(store));
        }

        services.AddAuthentication(Scheme).AddCookie(Scheme, static options =>
        {
            options.Cookie.Name = "commandcenter";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = LastsFor;
            options.SlidingExpiration = true;
            options.Events.OnValidatePrincipal = static async context =>
            {
                var devices = context.HttpContext.RequestServices.GetRequiredService<Devices>();
                if (context.Principal?.FindFirstValue(DeviceClaim) is not { } id || !await devices.IsInAsync(id))
                {
                    context.RejectPrincipal();
                }
            };
        });
    }

    public static Task SetAsync(HttpContext http, Device device)
    {
        var identity = new ClaimsIdentity(
        [
            new(DeviceClaim, device.Id), new(OperationClaim, device.Operation.Value), new(PostClaim, device.Post.Value),
        ], Scheme);
        return http.SignInAsync(Scheme, new(identity), new() { IsPersistent = true });
    }

    public static Task ClearAsync(HttpContext http) => http.SignOutAsync(Scheme);

    /// <summary>The device that sent the request, or null.</summary>
    public static Caller? CallerOf(HttpContext http) =>
        http.User is { Identity.IsAuthenticated: true } user
        && user.FindFirstValue(DeviceClaim) is { } device
        && user.FindFirstValue(OperationClaim) is { } operation
        && user.FindFirstValue(PostClaim) is { } post
            ? new(device, new(operation), new(post))
            : null;
}

/// <summary>Who sent a request.</summary>
/// <param name="Device">The device.</param>
/// <param name="Operation">The operation it joined.</param>
/// <param name="Post">The post it acts in.</param>
internal sealed record Caller(string Device, OperationId Operation, PostId Post);
