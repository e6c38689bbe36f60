using System.Collections.Concurrent;
using CommandCenter.Domain.Identity;
using CommandCenter.Grains;

namespace CommandCenter.Orleans.Silos;

/// <summary>The operations that this process runs. Safe on any thread.</summary>
internal sealed class LocalHosts
{
    private readonly ConcurrentDictionary<OperationId, GrainHost> _hosts = new();

    /// <summary>An operation is open here.</summary>
    public void Add(GrainHost host) => _hosts[host.Operation] = host;

    /// <summary>The grains of an operation in this process; null where it is not open here.</summary>
    public GrainHost? Find(OperationId operation) => _hosts.GetValueOrDefault(operation);
}
