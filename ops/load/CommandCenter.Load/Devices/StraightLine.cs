using System.Net;

namespace CommandCenter.Load.Devices;

/// <summary>
/// The only way out of this program: to the very address that is asked for. No proxy of its surroundings is taken, and no
/// redirect leads anywhere else, for what goes there carries the cookie of a post.
/// </summary>
internal static class StraightLine
{
    /// <summary>A line of its own, for whoever disposes of it.</summary>
    public static SocketsHttpHandler Open(CookieContainer? cookies)
    {
        var line = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = cookies is not null };
        if (cookies is not null)
        {
            line.CookieContainer = cookies;
        }

        return line;
    }
}
