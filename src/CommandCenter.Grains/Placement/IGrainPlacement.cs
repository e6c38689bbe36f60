namespace CommandCenter.Grains.Placement;

/// <summary>
/// Decides in which of several processes a grain's commands are decided, so that races between processes become rare. It is no
/// fence: the journal's version check is, wherever a command is decided.
/// </summary>
public interface IGrainPlacement : IAsyncDisposable
{
    /// <summary>Takes part: other processes may send commands here, and this one may send commands to them.</summary>
    Task StartAsync(CancellationToken cancellationToken);

    /// <summary>Where the commands of an operation go, given its grains in this process.</summary>
    IGrainHost Place(GrainHost local);
}
