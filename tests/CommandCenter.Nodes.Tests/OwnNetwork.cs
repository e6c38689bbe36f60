using System.Diagnostics;
using System.Net;

namespace CommandCenter.Nodes.Tests;

/// <summary>
/// A network namespace for a node, as a machine of its own: one wire to whoever looks at its pages, one to Redis. Pulled, the wire
/// drops every packet and nobody is told, which a closed connection never shows. Two of them may have a wire between them.
/// </summary>
public sealed class OwnNetwork : ILink
{
    private static int _made;

    private readonly string _name;
    private readonly int _first;
    private readonly Gap _redis;

    private OwnNetwork(string name, int first, int redis)
    {
        (_name, _first) = (name, first);
        _redis = new(redis, IPAddress.Parse(Address(first + 5)));
    }

    public string Kind => "network namespace, wire pulled";

    /// <summary>Makes one; null where the machine does not allow it (it takes root, and Linux).</summary>
    public static OwnNetwork? TryMake(int redis)
    {
        var number = Interlocked.Increment(ref _made);
        var name = $"cc{Environment.ProcessId % 100_000}-{number}";
        if (!Ip($"netns add {name}")) return null;

        // Sixteen addresses each: two for every wire, and two that lie around them.
        var first = number % 16 * 16;
        var made = Wire(name, $"p{name}", first + 1) && Wire(name, $"r{name}", first + 5) && Ip($"-n {name} link set lo up");
        if (made) return new(name, first, redis);
        Ip($"netns del {name}");
        return null;
    }

    public Task<Node> StartNodeAsync(params string[] further) => Node.StartAsync(
        new ProcessStartInfo("ip", ["netns", "exec", _name, Node.Program]), $"http://{Address(_first + 2)}:0", _redis.Address, further);

    /// <summary>Lays a wire to another one.</summary>
    public PeerWire Join(OwnNetwork other) => new((_name, Address(_first + 9)), (other._name, Address(_first + 10)));

    public void Cut() => Assert.True(Ip($"link set r{_name} down"));

    public void Mend() => Assert.True(Ip($"link set r{_name} up"));

    public async ValueTask DisposeAsync()
    {
        await _redis.DisposeAsync();
        Ip($"netns del {_name}");
    }

    private static bool Wire(string name, string wire, int here) =>
        Ip($"link add {wire} type veth peer name e{wire[..1]} netns {name}") && Ip($"addr add {Address(here)}/30 dev {wire}") && Ip($"link set {wire} up")
        && Ip($"-n {name} addr add {Address(here + 1)}/30 dev e{wire[..1]}") && Ip($"-n {name} link set e{wire[..1]} up");

    private static string Address(int last) => $"10.{100 + (Environment.ProcessId / 250 % 100)}.{Environment.ProcessId % 250}.{last}";

    internal static bool Ip(string arguments)
    {
        try
        {
            using var ip = Process.Start(new ProcessStartInfo("ip", arguments) { RedirectStandardError = true, UseShellExecute = false })!;
            ip.WaitForExit();
            return ip.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
