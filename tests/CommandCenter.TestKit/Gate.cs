using System.Threading.Channels;

namespace CommandCenter.TestKit;

/// <summary>A barrier: whoever comes waits until it is opened; the test waits until somebody has come. Safe on any thread.</summary>
/// <param name="name">What stands behind it, for the message when nobody comes.</param>
public sealed class Gate(string name)
{
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channel<bool> _arrivals = Channel.CreateUnbounded<bool>();

    /// <summary>Comes to the gate and passes when it is open.</summary>
    public Task PassAsync()
    {
        _arrivals.Writer.TryWrite(true);
        return _open.Task;
    }

    /// <summary>Waits until so many more have come to the gate.</summary>
    public async Task ArrivalsAsync(int count = 1)
    {
        for (var i = 0; i < count; i++)
        {
            await _arrivals.Reader.ReadAsync().AsTask().Expected($"somebody to come to the gate '{name}'");
        }
    }

    /// <summary>Lets everybody pass, from now on.</summary>
    public void Open() => _open.TrySetResult();
}
