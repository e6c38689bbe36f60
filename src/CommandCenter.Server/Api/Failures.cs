using CommandCenter.Grains;
using CommandCenter.Journal;

namespace CommandCenter.Server.Api;

/// <summary>Turns what is thrown on the way into problem details. What is no fault of the program is not logged as one.</summary>
internal static partial class Failures
{
    public static async Task CatchAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be answered.
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            await ProblemOf(e, http).WriteAsync(http);
        }
    }

    private static Problem ProblemOf(Exception e, HttpContext http)
    {
        switch (e)
        {
            case JournalUnavailableException: return Problem.JournalUnavailable.After(5);
            case GrainBusyException: return Problem.Busy.After(1);
            case OperationStoppedException: return Problem.OperationStopped.After(60);
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }: return Problem.TooLarge;
            case BadHttpRequestException: return Problem.BadRequest;
            default:
                LogFailed(http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Failures)), http.Request.Method, e);
                return Problem.Failed;
        }
    }

    // Event ids 2100–2109; never used again for something else. No path: it may hold a household's token.
    [LoggerMessage(2100, LogLevel.Error, "A {Method} request failed.")]
    private static partial void LogFailed(ILogger logger, string method, Exception exception);
}
