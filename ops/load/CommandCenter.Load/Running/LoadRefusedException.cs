namespace CommandCenter.Load.Running;

/// <summary>The run was not begun; the message says why.</summary>
public sealed class LoadRefusedException(string message) : Exception(message);
