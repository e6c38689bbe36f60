namespace CommandCenter.Load.Hub;

/// <summary>Is told what the server says over a connection, in the order in which it says it, by the thread that reads.</summary>
public interface IHubListener
{
    /// <summary>The server calls: one JSON record without its separator. Its bytes are gone after the call.</summary>
    /// <param name="record">The record; <see cref="HubCall.Read"/> reads it where it matters.</param>
    void Called(ReadOnlySpan<byte> record);
}
