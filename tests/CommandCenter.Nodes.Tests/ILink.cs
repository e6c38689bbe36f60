namespace CommandCenter.Nodes.Tests;

/// <summary>The way of one node to Redis, which can be cut and mended.</summary>
public interface ILink : IAsyncDisposable
{
    /// <summary>What the failure table calls the cut.</summary>
    string Kind { get; }

    /// <summary>Starts a node that has no other way, with further options.</summary>
    Task<Node> StartNodeAsync(params string[] further);

    void Cut();

    void Mend();
}
