namespace CommandCenter.TestKit.Halls;

/// <summary>Something happened that must never happen; the message says what, and what led to it.</summary>
public sealed class InvariantBrokenException(string message) : Exception(message);
