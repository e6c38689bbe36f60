using CommandCenter.Domain;
using CommandCenter.Domain.Identity;
using CommandCenter.Journal;

namespace CommandCenter.Grains;

/// <summary>
/// One grain in memory: its mailbox, and its state as long as it is active. Everything but the version is touched
/// only by who is inside the <see cref="Mailbox"/>.
/// </summary>
internal sealed class Grain(GrainAddress address, IDecider decider)
{
    private long _version;

    public GrainAddress Address => address;

    public IDecider Decider => decider;

    public Mailbox Mailbox { get; } = new();

    /// <summary>The state at <see cref="Version"/>; null while the grain is passive.</summary>
    public object? State { get; private set; } = decider.Initial(address.Key);

    /// <summary>The version known here; it stays when the state goes. May be read from any thread.</summary>
    public long Version => Volatile.Read(ref _version);

    /// <summary>The deadlines stated at <see cref="Version"/>; they stay when the state goes.</summary>
    public Deadline[] Deadlines { get; set; } = [];

    /// <summary>System timestamp of the last command.</summary>
    public long LastUsed { get; set; }

    public void Become(object state, long version)
    {
        State = state;
        Volatile.Write(ref _version, version);
    }

    /// <summary>The host has another one by now, or will have: whoever comes into the mailbox goes there instead.</summary>
    public bool IsForgotten { get; private set; }

    public void Passivate() => State = null;

    public void Forget() => IsForgotten = true;

    /// <summary>The state after a stored entry.</summary>
    /// <exception cref="JournalCorruptException">The entry does not follow, or the grain does not know it.</exception>
    public object Evolve(object state, long version, JournalEntry entry)
    {
        if (entry.Version != version + 1)
        {
            throw new JournalCorruptException(entry.Sequence, $"version {entry.Version} of {address} follows version {version}.");
        }

        try
        {
            return decider.Evolve(state, entry.Event);
        }
        catch (Exception e)
        {
            throw new JournalCorruptException(entry.Sequence, $"{address} cannot apply {entry.EventType}: {e.Message}", e);
        }
    }
}
