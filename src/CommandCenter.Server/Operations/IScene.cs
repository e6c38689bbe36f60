using CommandCenter.Boards;
using CommandCenter.Domain;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Server.Operations;

/// <summary>What a screen paints: an operation as it is, or as it was at some moment.</summary>
public interface IScene
{
    /// <summary>The operation.</summary>
    OperationId Id { get; }

    /// <summary>Its boards.</summary>
    BoardSet Boards { get; }

    /// <summary>Mode, phase and plan.</summary>
    OperationFrame Frame { get; }

    /// <summary>Operation time.</summary>
    DateTimeOffset Now { get; }

    /// <summary>Operation seconds per second; 0 while it stands.</summary>
    double Speed { get; }
}
