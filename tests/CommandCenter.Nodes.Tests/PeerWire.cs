namespace CommandCenter.Nodes.Tests;

/// <summary>
/// A wire between two network namespaces. Cut, both ends send to a card that nobody has: every packet is lost, nobody is told, and
/// all other wires stay.
/// </summary>
public sealed class PeerWire
{
    private const string Nobody = "02:00:00:00:00:01";

    private readonly (string Name, string Address)[] _ends;

    internal PeerWire((string Name, string Address) here, (string Name, string Address) there)
    {
        _ends = [here, there];
        Ip($"-n {here.Name} link add peer type veth peer name peer netns {there.Name}");
        foreach (var (name, address) in _ends)
        {
            Ip($"-n {name} addr add {address}/30 dev peer");
            Ip($"-n {name} link set peer up");
        }
    }

    /// <summary>Where the two ends find each other.</summary>
    public IReadOnlyList<string> Addresses => [.. _ends.Select(static e => e.Address)];

    public void Cut() => Each(static to => $"replace {to} lladdr {Nobody} nud permanent");

    public void Mend() => Each(static to => $"del {to}");

    private void Each(Func<string, string> change)
    {
        for (var i = 0; i < 2; i++) Ip($"-n {_ends[i].Name} neigh {change(_ends[1 - i].Address)} dev peer");
    }

    private static void Ip(string arguments) => Assert.True(OwnNetwork.Ip(arguments), arguments);
}
