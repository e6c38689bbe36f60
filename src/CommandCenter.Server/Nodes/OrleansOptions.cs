using System.Net;

namespace CommandCenter.Server.Nodes;

/// <summary>How this process takes part in a cluster of Orleans.</summary>
/// <param name="Endpoint">Where the other processes reach this one.</param>
/// <param name="Folder">Where CommandCenter.Orleans.dll and what it needs lie; built by CommandCenter.Orleans.sln.</param>
public sealed record OrleansOptions(IPEndPoint Endpoint, string Folder);
