using CommandCenter.Journal;

namespace CommandCenter.Boards;

/// <summary>One topic: when it last changed, and its newest snapshot as soon as somebody has asked for it.</summary>
/// <remarks><see cref="Touch"/> and <see cref="Build"/> run under the gate of the <see cref="BoardSet"/>; <see cref="Fresh"/> needs none.</remarks>
internal sealed class Topic(string name, Func<object> build, List<Topic> changed)
{
    private volatile BoardSnapshot? _fresh;
    private long _sequence;
    private DateTimeOffset _at;
    private bool _listed;

    public string Name => name;

    /// <summary>The snapshot that includes the last change, or null when it is still to be built.</summary>
    public BoardSnapshot? Fresh => _fresh;

    /// <summary>The entry concerns this topic.</summary>
    public void Touch(JournalEntry entry)
    {
        _sequence = entry.Sequence;
        _at = entry.At;
        _fresh = null;
        if (_listed)
        {
            return;
        }

        _listed = true;
        changed.Add(this);
    }

    /// <summary>Builds the snapshot, unless another reader was faster.</summary>
    public BoardSnapshot Build() => _fresh ??= new(name, _sequence, _at, build());

    /// <summary>The same built anew, whatever is kept; the two differ only where a change was not noticed.</summary>
    public BoardSnapshot BuildAnew() => new(name, _sequence, _at, build());

    /// <summary>The change has been taken note of.</summary>
    public void Unlist() => _listed = false;
}
