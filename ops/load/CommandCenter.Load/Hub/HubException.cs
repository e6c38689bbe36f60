namespace CommandCenter.Load.Hub;

/// <summary>The hub refused a call or a handshake, or the line is cut; the message is the server's own where it said something.</summary>
public sealed class HubException(string message) : Exception(message);
