using System.Threading.Channels;
using CommandCenter.Journal;

namespace CommandCenter.Grains.Running;

/// <summary>
/// Brings grains up to entries that other writers appended. Apart from the feed, because a grain's mailbox may be
/// long, and boards do not wait for it.
/// </summary>
internal sealed class ForeignEntries(GrainHost host) : IDuty
{
    private readonly Channel<JournalEntry> _pending = Channel.CreateUnbounded<JournalEntry>(new() { SingleReader = true });

    /// <summary>Takes an entry that the grains may not know.</summary>
    public void Offer(JournalEntry entry)
    {
        if (!host.Includes(entry))
        {
            _pending.Writer.TryWrite(entry);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<bool> DoNextAsync(CancellationToken cancellationToken)
    {
        if (!_pending.Reader.TryPeek(out var entry))
        {
            return false;
        }

        // Mostly an own entry that the feed brought before its grain was told.
        if (!host.Includes(entry))
        {
            await host.ObserveAsync(entry, cancellationToken);
        }

        return _pending.Reader.TryRead(out _);
    }

    /// <inheritdoc/>
    public async ValueTask WaitAsync(CancellationToken cancellationToken) =>
        await _pending.Reader.WaitToReadAsync(cancellationToken);
}
