namespace CommandCenter.Load.Devices;

/// <summary>What came of a command.</summary>
/// <param name="Status">The HTTP status; 0 where no answer came.</param>
/// <param name="Code">The refusal's stable code; null where it was accepted.</param>
public readonly record struct CommandAnswer(int Status, string? Code);
