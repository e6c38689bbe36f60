using CommandCenter.Domain.Identity;

namespace CommandCenter.Grains;

/// <summary>The grain lost one race after the other; nothing was written. Callers get 503 and may try again with the same command id.</summary>
public sealed class GrainBusyException(GrainAddress grain, int attempts, Exception inner)
    : Exception($"{grain} was overtaken {attempts} times in a row.", inner);
