using System.Threading.Channels;
using CommandCenter.Load.Hub;
using CommandCenter.TestKit;

namespace CommandCenter.Nodes.Tests;

/// <summary>A screen at a node: hears the pulse, which comes only while the node can say that what it shows is the newest there is.</summary>
public sealed class Screen : IHubListener, IAsyncDisposable
{
    private readonly Channel<long> _pulses = Channel.CreateUnbounded<long>();
    private readonly Channel<string> _panels = Channel.CreateUnbounded<string>();
    private HubClient _client = null!;
    private Func<Task> _watch = null!;

    public static async Task<Screen> WatchAsync(Node node, Device device, string operation = "sample", string topic = "site")
    {
        var screen = new Screen();
        screen._client = await HubClient.ConnectAsync(node.Address, screen, device.Cookies);
        screen._watch = () => screen._client.InvokeAsync("Watch", [operation, new[] { topic }]);
        await screen._watch();
        return screen;
    }

    /// <summary>Waits for a pulse that says the screen is at a sequence at least.</summary>
    public async Task AtAsync(long sequence, string what)
    {
        async Task ReadAsync()
        {
            while (await _pulses.Reader.ReadAsync() < sequence)
            {
            }
        }

        await ReadAsync().Expected(what);
    }

    /// <summary>Waits for a panel that fits; gives its markup.</summary>
    public async Task<string> PanelAsync(Func<string, bool> fits, string what)
    {
        async Task<string> ReadAsync()
        {
            while (true)
            {
                if (await _panels.Reader.ReadAsync() is var panel && fits(panel)) return panel;
            }
        }

        var found = ReadAsync();
        await found.Expected(what);
        return await found;
    }

    /// <summary>Waits for the next pulse: the sequence that the screen is at.</summary>
    public async Task<long> NextAsync(string what)
    {
        var next = _pulses.Reader.ReadAsync().AsTask();
        await next.Expected(what);
        return await next;
    }

    /// <summary>Has what is under way on its line arrive, and forgets it.</summary>
    public async Task ForgetAllAsync()
    {
        await _watch();
        Forget();
    }

    /// <summary>Forgets the pulses that have come.</summary>
    public void Forget()
    {
        while (_pulses.Reader.TryRead(out _))
        {
        }
    }

    public void Called(ReadOnlySpan<byte> record)
    {
        var call = HubCall.Read(record);
        if (call is { Target: "pulse" }) _pulses.Writer.TryWrite(call.Arguments[1].GetInt64());
        if (call is { Target: "panel" }) _panels.Writer.TryWrite(PanelWire.Unpack(call.Arguments[2].GetString()!));
    }

    public ValueTask DisposeAsync() => _client.DisposeAsync();
}
