using System.Net;
using CommandCenter.TestKit.Redis;

namespace CommandCenter.Nodes.Tests;

/// <summary>A line between a node and Redis that can be cut and mended. Cut, it refuses new connections and drops the old ones.</summary>
/// <param name="target">The port of Redis on this machine.</param>
/// <param name="here">The address that the node finds it at; loopback unless stated.</param>
public sealed class Gap(int target, IPAddress? here = null) : ILink
{
    private readonly Wire _wire = new(target, here);

    public string Kind => "connections dropped and refused";

    public string Address => _wire.Address;

    public Task<Node> StartNodeAsync(params string[] further) => Node.StartAsync(Address, further);

    public void Cut() => _wire.Cut();

    public void Mend() => _wire.Mend();

    public ValueTask DisposeAsync() => _wire.DisposeAsync();
}
