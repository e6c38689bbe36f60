using System.Diagnostics.Metrics;
using System.Text;
using CommandCenter.Plans.Samples;
using CommandCenter.Server.Access;
using CommandCenter.Server.Hosting;
using CommandCenter.Server.Push;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace CommandCenter.Bench.Hub;

/// <summary>
/// The two servers of the comparison, each in a process of its own: the whole server, and a bare hub that sends what it is
/// told to. Each says where it listens, and answers every line on its input with processor time and panels rendered.
/// </summary>
internal static class HubServers
{
    /// <summary>The operation of the whole server: the sample with all its flats in one building.</summary>
    public const string Operation = "tower";

    /// <summary>The server as it is.</summary>
    public static async Task RunWholeAsync(string folder)
    {
        var plan = Path.Combine(folder, Operation);
        SampleFolder.Write(plan);
        await File.WriteAllTextAsync(Path.Combine(plan, "units.csv"), OneBuilding(await File.ReadAllLinesAsync(Path.Combine(plan, "units.csv"))), new UTF8Encoding(true));
        var rendered = 0L;
        using var meters = new MeterListener { InstrumentPublished = static (i, l) => { if (i.Name == PushMetrics.PanelsRendered) { l.EnableMeasurementEvents(i); } } };
        meters.SetMeasurementEventCallback<long>((_, n, _, _) => Interlocked.Add(ref rendered, n));
        meters.Start();
        var wide = new RateLimits { CommandsPerSecond = 100_000, CommandBurst = 100_000 };

        // What forecasts take beside watchers is measured apart (ops/bench/forecast-watchers).
        await using var server = await CommandServer.StartAsync(
            new() { Data = Path.Combine(folder, "data"), Urls = "http://127.0.0.1:0", Plan = plan, Limits = wide, Forecasts = false });
        Console.WriteLine($"{server.Addresses.Single()} {server.Codes.Issue(new(Operation), [new("commander")])[0]}");
        Answer(() => Interlocked.Read(ref rendered));
    }

    /// <summary>SignalR and nothing else, on the same Kestrel.</summary>
    public static async Task RunBareAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        builder.Services.AddSignalR();
        await using var app = builder.Build();
        app.UseRouting();
        app.MapHub<BareHub>("/live");
        var (payload, sequence) = ("", 0L);
        var watchers = app.Services.GetRequiredService<IHubContext<BareHub>>().Clients.Group(BareHub.Watchers);
        app.MapPost("/payload", async (HttpContext http) => payload = await new StreamReader(http.Request.Body).ReadToEndAsync());
        app.MapPost("/send", () => watchers.SendAsync("panel", "units:1", ++sequence, payload));
        await app.StartAsync();
        _ = PulseAsync();
        Console.WriteLine($"{app.Urls.Single()} -");
        Answer(static () => 0);

        async Task PulseAsync()
        {
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
            while (await timer.WaitForNextTickAsync())
            {
                await watchers.SendAsync("pulse", Operation, sequence, "2026-12-05T09:00:00+08:00", 1.0);
            }
        }
    }

    /// <summary>Answers every line on the input with processor time and the number of panels rendered.</summary>
    public static void Answer(Func<long> rendered)
    {
        while (Console.ReadLine() is not null)
        {
            Console.WriteLine($"{Environment.CpuUsage.TotalTime.TotalMilliseconds:F1} {rendered()}");
        }
    }

    // Building 2 stands on building 1, and so on: the same flats, one board of more than 200.
    private static string OneBuilding(string[] rows)
    {
        var text = new StringBuilder(rows[0].TrimStart('\ufeff')).Append('\n');
        foreach (var cells in rows.Skip(1).Select(static r => r.Split(',')))
        {
            var floor = int.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture) + (20 * (cells[0][0] - '1'));
            text.AppendJoin(',', ["1", $"{floor}", $"{floor}{cells[2][^2..]}", .. cells[3..]]).Append('\n');
        }

        return text.ToString();
    }
}

/// <summary>A hub with one group, which whoever watches anything joins.</summary>
internal sealed class BareHub : Microsoft.AspNetCore.SignalR.Hub
{
    /// <summary>The group.</summary>
    public const string Watchers = "watchers";

    /// <summary>Asked just as the whole server is.</summary>
    public Task Watch(string operation, string[] topics) =>
        operation.Length > 0 && topics.Length > 0 ? Groups.AddToGroupAsync(Context.ConnectionId, Watchers) : Task.CompletedTask;
}
