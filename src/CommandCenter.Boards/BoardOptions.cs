namespace CommandCenter.Boards;

/// <summary>What the boards need from outside the journal.</summary>
public sealed record BoardOptions
{
    /// <summary>Without a key: households have no pages of their own.</summary>
    public static readonly BoardOptions Default = new();

    /// <summary>
    /// The operation's key, from which the tokens of the households' pages follow (<see cref="Tickets.TicketToken"/>).
    /// At least 16 bytes; empty: no such pages. Default empty.
    /// </summary>
    public ReadOnlyMemory<byte> TicketKey { get; init; }
}
