using CommandCenter.Journal;

namespace CommandCenter.Simulation.Cast;

/// <summary>A group of simulated people with one trade.</summary>
public interface ICastMember
{
    /// <summary>Puts onto the agenda what happens in any case.</summary>
    void Begin();

    /// <summary>Sees what was published, in journal order, and puts onto the agenda what follows. Sends nothing itself.</summary>
    void Observe(JournalEntry entry);
}
