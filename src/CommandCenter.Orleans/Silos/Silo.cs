using CommandCenter.Grains;
using CommandCenter.Grains.Placement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using StackExchange.Redis;

namespace CommandCenter.Orleans.Silos;

/// <summary>This process as a silo of Orleans. The silos find one another in the Redis that also holds the journal.</summary>
public sealed partial class Silo : IGrainPlacement
{
    private const string Cluster = "commandcenter";

    private readonly LocalHosts _hosts = new();
    private readonly ILogger _logger;
    private readonly IHost _host;
    private readonly TaskCompletionSource _expelled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Prepares it; it takes part once it is started.</summary>
    public Silo(PlacementOptions options)
    {
        _logger = options.Loggers.CreateLogger<Silo>();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(options.Loggers);
        builder.Services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        builder.Services.AddSingleton(_hosts);
        builder.UseOrleans(silo => Set(silo, options));
        builder.Services.AddSingleton<IFatalErrorHandler>(new Expulsion(this));
        _host = builder.Build();
    }

    /// <summary>The way to the grains of the cluster; null as long as this process does not take part.</summary>
    internal IGrainFactory? Grains { get; private set; }

    /// <inheritdoc/>
    public Task Expelled => _expelled.Task;

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await _host.StartAsync(cancellationToken);
        Grains = _host.Services.GetRequiredService<IGrainFactory>();
    }

    /// <inheritdoc/>
    public IGrainHost Place(GrainHost local)
    {
        _hosts.Add(local);
        return new PlacedHost(local, this);
    }

    /// <summary>Leaves in good order: its grains go elsewhere.</summary>
    public async ValueTask DisposeAsync()
    {
        Grains = null;
        if (Expelled.IsCompleted)
        {
            // Nobody is left to hand anything to, Orleans would try for six seconds, and the process ends now.
            return;
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        await _host.StopAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await ((IAsyncDisposable)_host).DisposeAsync();
    }

    /// <summary>Orleans cannot go on in this process.</summary>
    internal void Expel(string reason)
    {
        Grains = null;
        LogExpelled(reason);
        _expelled.TrySetResult();
    }

    // A killed silo is given up after two seconds instead of fifteen, a frozen one after eight instead of sixty; whoever asks it
    // meanwhile decides by itself.
    private static void Set(ISiloBuilder silo, PlacementOptions options)
    {
        silo.Configure<ClusterOptions>(static o => (o.ClusterId, o.ServiceId) = (Cluster, Cluster));
        silo.Configure<ClusterMembershipOptions>(static o =>
        {
            o.ProbeTimeout = TimeSpan.FromSeconds(1);
            o.MaxProbeTimeout = TimeSpan.FromSeconds(2);
            o.NumMissedProbesLimit = 2;
            o.NumVotesForDeathDeclaration = 1;
            o.TableRefreshTimeout = TimeSpan.FromSeconds(5);
            o.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
        });
        silo.ConfigureEndpoints(options.Endpoint.Address, options.Endpoint.Port, gatewayPort: 0);
        var redis = ConfigurationOptions.Parse(options.Redis);
        redis.Password = options.Password ?? redis.Password;
        redis.AbortOnConnectFail = false;
        silo.UseRedisClustering(o => o.ConfigurationOptions = redis);
    }

    // Event ids 2400–2409; never used again for something else.
    [LoggerMessage(2400, LogLevel.Warning, "The process where a {Kind} is did not answer ({Reason}); decided here.")]
    internal partial void LogNotAnswered(string kind, string reason);

    [LoggerMessage(2401, LogLevel.Critical, "Orleans cannot go on in this process, which has to be started again: {Reason}")]
    private partial void LogExpelled(string reason);
}
