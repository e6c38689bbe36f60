using System.CommandLine;
using System.Net;
using CommandCenter.Server.Nodes;

namespace CommandCenter.Server.CommandLine;

/// <summary><c>--grains orleans --silo IP:PORT</c>: who of several nodes decides a grain's commands.</summary>
internal sealed class GrainsOption
{
    private readonly Option<string> _grains = new("--grains")
    {
        Description = "local: the node that is asked decides. orleans: each grain is on one node, which decides for all; with --journal redis.",
        DefaultValueFactory = _ => "local",
    };

    private readonly Option<string?> _silo = new("--silo")
    {
        Description = "Where the other nodes reach this one, the same after a restart.", HelpName = "IP:PORT",
    };

    private readonly Option<string?> _folder = new("--orleans")
    {
        Description = "The folder of CommandCenter.Orleans.dll; 'orleans' beside the program.", HelpName = "DIR",
    };

    public GrainsOption() => _grains.AcceptOnlyFromAmong("local", "orleans");

    public IEnumerable<Option> All => [_grains, _silo, _folder];

    /// <summary>What was asked for; null for local grains.</summary>
    /// <exception cref="UsageException">The options do not fit together.</exception>
    public OrleansOptions? Read(ParseResult line, bool hasRedis)
    {
        if (line.GetRequiredValue(_grains) == "local")
        {
            return null;
        }

        if (!hasRedis || !IPEndPoint.TryParse(line.GetValue(_silo) ?? "", out var endpoint) || endpoint.Port == 0)
        {
            throw new UsageException("--grains orleans needs --journal redis and --silo IP:PORT, where the other nodes reach this one.");
        }

        return new(endpoint, line.GetValue(_folder) ?? Path.Combine(AppContext.BaseDirectory, "orleans"));
    }
}
