using CommandCenter.Domain;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Server.Api;
using CommandCenter.Server.Operations;

namespace CommandCenter.Server.Access;

/// <summary>How devices join and leave posts, and who sees to them.</summary>
internal static class AccessEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/enrol", EnrolAsync).RequireRateLimiting(RateLimits.Enrolment)
            .Accepts<Enrolment>("application/json").WithSummary("A device joins the post of a one-time code; answers with a cookie.");
        app.MapPost("/api/leave", LeaveAsync).WithSummary("The device leaves its post.");
        app.MapGet("/api/me", MeAsync).WithSummary("The post that the device acts in.");
        app.MapGet("/api/operations/{op}/devices", ListAsync).WithSummary("The devices that have joined; for commander and administrator.");
        app.MapPost("/api/operations/{op}/devices/{device}/revoke", RevokeAsync).WithSummary("Puts a device out; for commander and administrator.");
        app.MapPost("/api/operations/{op}/posts/{post}/code", IssueAsync)
            .WithSummary("A fresh one-time code for a post, which ends the earlier one; for commander and administrator.");
    }

    private static async Task EnrolAsync(HttpContext http, OneTimeCodes codes, Devices devices, OperationRegistry operations)
    {
        var (body, problem) = await CommandBody.ReadAsync(http, typeof(Enrolment));
        if (body is Enrolment enrolment)
        {
            problem = Problem.OfInput(TextRule.Check(enrolment.Device, "device", Devices.MaxName));
            if (problem is null && codes.Redeem(enrolment.Code) is var (operation, post))
            {
                var device = devices.Join(operation, post, enrolment.Device);
                await DeviceCookie.SetAsync(http, device);
                await WriteAsync(http, operations, new(device.Id, operation, post));
                return;
            }
        }

        await (problem ?? Problem.CodeInvalid).WriteAsync(http);
    }

    private static async Task LeaveAsync(HttpContext http, Devices devices)
    {
        if (DeviceCookie.CallerOf(http) is { } caller)
        {
            devices.Revoke(caller.Operation, caller.Device);
        }

        await DeviceCookie.ClearAsync(http);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static Task MeAsync(HttpContext http, OperationRegistry operations) =>
        DeviceCookie.CallerOf(http) is { } caller ? WriteAsync(http, operations, caller) : Problem.NotEnrolled.WriteAsync(http);

    private static async Task ListAsync(string op, HttpContext http, OperationRegistry operations, Devices devices)
    {
        if (Refuse(op, http, operations, out var running) is { } problem)
        {
            await problem.WriteAsync(http);
            return;
        }

        http.Response.Headers.CacheControl = "no-store";
        await http.Response.WriteAsJsonAsync([.. devices.Of(running!.Id)], ApiJsonContext.Readable.DeviceArray);
    }

    private static async Task RevokeAsync(string op, string device, HttpContext http, OperationRegistry operations, Devices devices)
    {
        var problem = Refuse(op, http, operations, out var running);
        if (problem is null && !devices.Revoke(running!.Id, device))
        {
            problem = Problem.DeviceUnknown;
        }

        http.Response.StatusCode = StatusCodes.Status204NoContent;
        await (problem?.WriteAsync(http) ?? Task.CompletedTask);
    }

    private static async Task IssueAsync(string op, string post, HttpContext http, OperationRegistry operations, OneTimeCodes codes)
    {
        var problem = Refuse(op, http, operations, out var running);
        if (problem is null && running!.Frame.Plan.FindPost(new PostId(post)) is null)
        {
            problem = Problem.PostUnknown;
        }

        if (problem is not null)
        {
            await problem.WriteAsync(http);
            return;
        }

        var code = codes.Issue(running!.Id, [new(post)])[0];
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.WriteAsJsonAsync(new IssuedCode(post, OneTimeCodes.Shown(code)), ApiJsonContext.Readable.IssuedCode);
    }

    private static Problem? Refuse(string op, HttpContext http, OperationRegistry operations, out RunningOperation? running)
    {
        (running, var problem) = OperationEndpoints.Find(operations, op);
        if (problem is not null)
        {
            return problem;
        }

        return DeviceCookie.CallerOf(http) is not { } caller ? Problem.NotEnrolled
            : caller.Operation != running!.Id ? Problem.OtherOperation
            : running.Frame.Plan.FindPost(caller.Post)?.Role is PostRole.Commander or PostRole.Administrator ? null
            : Problem.NotYourPost;
    }

    private static Task WriteAsync(HttpContext http, OperationRegistry operations, Caller caller)
    {
        var post = operations.Find(caller.Operation.Value)?.Running?.Frame.Plan.FindPost(caller.Post);
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsJsonAsync(
            new(caller.Operation.Value, caller.Post.Value, post?.Name, OperationLine.Word(post?.Role), post?.Group?.Value, post?.Window?.Value,
                post?.Member?.Value),
            ApiJsonContext.Readable.PostSheet);
    }
}

/// <summary>What a device sends to join.</summary>
/// <param name="Code">The one-time code; case, spaces and hyphens do not matter.</param>
/// <param name="Device">What it calls itself, for the list of devices.</param>
internal sealed record Enrolment(string Code, string Device);

/// <summary>The post that a device acts in.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Post">The post.</param>
/// <param name="Name">Its name.</param>
/// <param name="Role">Its role.</param>
/// <param name="Group">Its task group.</param>
/// <param name="Window">Its window.</param>
/// <param name="Member">The member of the group who usually holds it.</param>
internal sealed record PostSheet(string Operation, string Post, Label? Name, string? Role, string? Group, string? Window, string? Member);

/// <summary>A one-time code, shown once.</summary>
/// <param name="Post">The post.</param>
/// <param name="Code">The code.</param>
internal sealed record IssuedCode(string Post, string Code);
