namespace CommandCenter.Journal.Backups;

/// <summary>A restore would lose something or cannot be trusted; nothing was replaced. The message is for the operator.</summary>
public sealed class RestoreRefusedException(string message, Exception? inner = null) : Exception(message, inner);
