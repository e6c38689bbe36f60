namespace CommandCenter.Grains.Placement;

/// <summary>
/// Decides in which of several processes a grain's commands are decided, so that races between processes become rare. It is no
/// fence: the journal's version check is, wherever a command is decided.
/// </summary>
public interface IGrainPlacement : IAsyncDisposable
{
    /// <summary>
    /// Completes when this process has no part in placing any more: the others took it for dead and went on without it. What comes here
    /// is still decided here; whoever runs the process ends it with an error, so that it is started again and takes part anew.
    /// </summary>
    Task Expelled { get; }

    /// <summary>Takes part: other processes may send commands here, and this one may send commands to them.</summary>
    Task StartAsync(CancellationToken cancellationToken);

    /// <summary>Where the commands of an operation go, given its grains in this process.</summary>
    IGrainHost Place(GrainHost local);
}
