using CommandCenter.Journal;
using CommandCenter.Server.Access;
using CommandCenter.Server.Api;
using CommandCenter.Server.Forecasts;
using CommandCenter.Server.Nodes;
using CommandCenter.Server.Operations;
using CommandCenter.Server.Photos;
using CommandCenter.Server.Push;
using CommandCenter.Server.Replay;
using CommandCenter.Server.Screens;
using CommandCenter.Server.Supervision;
using CommandCenter.Server.Telemetry;
using CommandCenter.Server.Voices;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging.Console;

namespace CommandCenter.Server.Hosting;

/// <summary>A whole server: the operations of a data folder behind HTTP. It listens when every operation is open.</summary>
public sealed class CommandServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private INodes? _nodes;
    private Telescope? _telescope;

    private CommandServer(WebApplication app) => _app = app;

    /// <summary>Where it listens.</summary>
    public IEnumerable<string> Addresses => _app.Urls;

    /// <summary>Where <c>/metrics</c> is, or null.</summary>
    public string? MetricsAddress => _telescope?.Address;

    /// <summary>The operations.</summary>
    public OperationRegistry Operations => _app.Services.GetRequiredService<OperationRegistry>();

    /// <summary>The panels that are kept.</summary>
    internal PanelCache Panels => _app.Services.GetRequiredService<PanelCache>();

    /// <summary>The forecasts of the operations.</summary>
    internal ForecastDesk Forecasts => _app.Services.GetRequiredService<ForecastDesk>();

    /// <summary>Who watches what.</summary>
    internal Watchers Watchers => _app.Services.GetRequiredService<Watchers>();

    /// <summary>The addresses that it answers to.</summary>
    internal IEnumerable<string> Routes =>
        _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(static e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) == true)
            .Select(static e => e.RoutePattern.RawText!);

    /// <summary>The codes with which devices join.</summary>
    public OneTimeCodes Codes => _app.Services.GetRequiredService<OneTimeCodes>();

    /// <summary>Opens everything and starts to listen.</summary>
    /// <param name="options">How to run.</param>
    /// <param name="store">The journals, instead of those that the options say; disposed with the server.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="CommandLine.CannotRunException">The plan is faulty, or its operation is founded on another one.</exception>
    public static async Task<CommandServer> StartAsync(
        ServeOptions options, IJournalStore? store = null, CancellationToken cancellationToken = default)
    {
        var shared = await NodeServices.OpenAsync(options, cancellationToken);
        var server = new CommandServer(Build(options, shared, store));
        try
        {
            var nodes = server._nodes = server._app.Services.GetRequiredService<INodes>();
            var operations = server.Operations;
            await server.FoundAsync(nodes, options, cancellationToken);
            await nodes.JoinAsync(cancellationToken);
            server._telescope = await Telescope.OpenAsync(options, operations, nodes, cancellationToken);
            await operations.StartAsync(cancellationToken);
            await server._app.StartAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    // One process at a time: whoever comes second finds operations and cookie keys that it would have made itself.
    private async Task FoundAsync(INodes nodes, ServeOptions options, CancellationToken cancellationToken)
    {
        await using var turn = await nodes.EnterFoundingAsync(cancellationToken);
        _app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("first").Protect([0]);
        await Operations.OpenAllAsync(cancellationToken);
        await FirstOperation.EnsureAsync(Operations, options.Plan, cancellationToken);
    }

    /// <summary>Completes when the process is told to stop.</summary>
    /// <exception cref="CommandLine.CannotRunException">It must end by itself: the other nodes went on without it.</exception>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        var told = _app.WaitForShutdownAsync(cancellationToken);
        if (await Task.WhenAny(told, _nodes!.Expelled) != told)
        {
            throw CommandLine.CannotRunException.Expelled();
        }

        await told;
    }

    /// <summary>Answers what is under way, and closes the journals.</summary>
    public async ValueTask DisposeAsync()
    {
        // Screens are still connected: their connections end before what serves them is gone.
        await _app.StopAsync();
        await (_telescope?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_nodes?.LeaveAsync() ?? Task.CompletedTask);
        await _app.DisposeAsync();
    }

    private static WebApplication Build(ServeOptions options, RedisNodes? shared, IJournalStore? store)
    {
        // Settings come from the command line alone; a stray appsettings.json in the current folder is not ours.
        var builder = WebApplication.CreateEmptyBuilder(new() { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().UseUrls(options.Urls).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.MaxBody;
            HallCertificate.Use(kestrel, options);
        });
        AddLogging(builder.Logging, options.Log);
        AddServices(builder.Services, options);
        NodeServices.Add(builder.Services, options, shared, store);
        var app = builder.Build();
        if (options.IsBehindProxy)
        {
            app.UseForwardedHeaders(BehindProxy);
        }

        app.Use(Failures.CatchAsync);
        app.Use(SameOrigin.CheckAsync);
        PackedPages.Use(app);
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.Use(SafeHeaders.AddAsync);
        HealthEndpoints.Map(app);
        ApiDescription.Map(app);
        AccessEndpoints.Map(app);
        OperationEndpoints.Map(app);
        HouseholdEndpoints.Map(app);
        CaseHouseholdEndpoints.Map(app);
        CommandEndpoint.Map(app);
        PhotoEndpoints.Map(app);
        VoiceEndpoints.Map(app);
        DrillEndpoints.Map(app);
        ScreenEndpoints.Map(app);
        ReplayEndpoints.Map(app);
        SupervisionEndpoints.Map(app);
        app.MapHub<LiveHub>("/live");
        app.MapFallback(static http => Problem.NotThere.WriteAsync(http));
        return app;
    }

    private static void AddServices(IServiceCollection services, ServeOptions options)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<OperationRegistry>();
        services.AddSingleton<FoundedDrills>();
        services.AddSingleton<NewDrill>();
        services.AddRoutingCore();
        AddScreens(services);
        if (options.Forecasts)
        {
            services.AddSingleton<IOperationFollower, ForecastWorker>();
        }

        options.Limits.Add(services);
        ApiDescription.Add(services);
    }

    private static void AddScreens(IServiceCollection services)
    {
        services.AddRazorComponents();
        PackedPages.Add(services);
        services.AddSignalR(static hub =>
        {
            hub.MaximumReceiveMessageSize = 32 * 1024;
            hub.EnableDetailedErrors = false;
            hub.AddFilter<HubFailures>();
        }).AddMessagePackProtocol();
        services.AddSingleton<HubFailures>();
        services.AddSingleton<PanelRenderer>();
        services.AddSingleton<PanelCache>();
        services.AddSingleton<Watchers>();
        services.AddSingleton<LivePosts>();
        services.AddSingleton<RecentAnnouncements>();
        services.AddSingleton<Reels>();
        services.AddSingleton<IOperationFollower, PushService>();
        services.AddSingleton<ForecastDesk>();
        services.AddSingleton<ChainStates>();
        services.AddSingleton<IOperationFollower>(static s => s.GetRequiredService<ChainStates>());
    }

    // Whoever reaches this process is the proxy: who asked it, and whether by TLS, stands in what it adds.
    private static ForwardedHeadersOptions BehindProxy
    {
        get
        {
            var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
            options.KnownIPNetworks.Clear();
            options.KnownProxies.Clear();
            return options;
        }
    }

    // All of it to the error stream: the output is for results.
    private static void AddLogging(ILoggingBuilder logging, ILoggerProvider? besides)
    {
        if (besides is not null)
        {
            logging.AddProvider(besides);
        }

        logging.AddSimpleConsole(static o =>
        {
            o.SingleLine = true;
            o.TimestampFormat = "HH:mm:ss ";
            o.ColorBehavior = LoggerColorBehavior.Default;
        });
        logging.Services.Configure<ConsoleLoggerOptions>(static o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Orleans", LogLevel.Warning);

        // The hub logs its failures itself, and only what is one.
        logging.AddFilter(HubFailures.NoisyCategory, LogLevel.None);

        // That keys lie unencrypted in the data folder is so on purpose: the folder is its owner's alone.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    }
}
