namespace CommandCenter.Grains.Running;

/// <summary>What a running operation does by itself, one piece after another: at rest in one thread, live in a loop each.</summary>
internal interface IDuty
{
    /// <summary>Does the next piece; false when there is nothing to do now. A piece that throws stays the next one.</summary>
    ValueTask<bool> DoNextAsync(CancellationToken cancellationToken);

    /// <summary>Waits until there may be something to do.</summary>
    ValueTask WaitAsync(CancellationToken cancellationToken);
}
