using System.Net;
using Microsoft.Extensions.Logging;

namespace CommandCenter.Grains.Placement;

/// <summary>What a placement is started with.</summary>
/// <param name="Redis">The Redis in which the processes find one another, as the client reads it.</param>
/// <param name="Password">Its password; null for none.</param>
/// <param name="Endpoint">Where the other processes reach this one. The same after a restart.</param>
/// <param name="Loggers">Where it logs.</param>
public sealed record PlacementOptions(string Redis, string? Password, IPEndPoint Endpoint, ILoggerFactory Loggers);
