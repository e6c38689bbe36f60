using CommandCenter.Journal.Redis;
using CommandCenter.Server.Access;
using CommandCenter.Server.Nodes;

namespace CommandCenter.Server.Hosting;

/// <summary>Where a server keeps its journals.</summary>
public enum JournalKind
{
    /// <summary>In the files of the data folder.</summary>
    Sqlite,

    /// <summary>In memory: gone when the server stops.</summary>
    Memory,

    /// <summary>In Redis, shared with every other server on the same one.</summary>
    Redis,
}

/// <summary>How a server is run.</summary>
public sealed record ServeOptions
{
    /// <summary>The data folder: journals, codes, devices, keys. Made where it is missing.</summary>
    public required string Data { get; init; }

    /// <summary>Where it listens; port 0 takes a free one. Default http://localhost:5080.</summary>
    public string Urls { get; init; } = "http://localhost:5080";

    /// <summary>A plan folder: founds a live operation of the folder's name on it. Null: what is in the data folder, or the sample drill.</summary>
    public string? Plan { get; init; }

    /// <summary>The certificate of https:// addresses, a PEM file. Null: the one that .NET keeps for development.</summary>
    public string? Certificate { get; init; }

    /// <summary>Its private key, a PEM file. Null: it stands in the certificate's file.</summary>
    public string? CertificateKey { get; init; }

    /// <summary>Where journals are kept.</summary>
    public JournalKind Journal { get; init; } = JournalKind.Sqlite;

    /// <summary>The Redis of <see cref="JournalKind.Redis"/>; codes, devices and keys are there too then.</summary>
    public RedisOptions? Redis { get; init; }

    /// <summary>How grains are placed by Orleans, with <see cref="JournalKind.Redis"/>; null: whichever node is asked decides.</summary>
    public OrleansOptions? Orleans { get; init; }

    /// <summary>Whether a proxy stands before it, whose word about caller and TLS is taken. Default false: anybody may reach it.</summary>
    public bool IsBehindProxy { get; init; }

    /// <summary>Whether forecasts are kept fresh; moves can be tried out all the same. Default true.</summary>
    public bool Forecasts { get; init; } = true;

    /// <summary>Where <c>/metrics</c> listens, apart from the pages, e.g. http://localhost:9464. Null: nowhere.</summary>
    public string? Metrics { get; init; }

    /// <summary>The collector that metrics and traces are sent to (OTLP over HTTP), e.g. http://localhost:4318. Null: none.</summary>
    public Uri? Otlp { get; init; }

    /// <summary>How often somebody may ask.</summary>
    public RateLimits Limits { get; init; } = new();

    /// <summary>The largest body of a request, bytes. Default 256 KiB: an order of selection of five thousand households.</summary>
    public int MaxBody { get; init; } = 256 * 1024;

    /// <summary>Where log lines go besides the error stream; null for nowhere.</summary>
    public ILoggerProvider? Log { get; init; }
}
