using System.Diagnostics;
using System.Text.Json;
using CommandCenter.Load.Hub;

namespace CommandCenter.Load.Measuring;

/// <summary>
/// What all watchers receive, and how far each is behind: the same panel or pulse goes to many, and whoever gets it later
/// than the first is behind by that much. Safe on any thread.
/// </summary>
public sealed class Arrivals
{
    private readonly Sightings _pulsesSeen = new();
    private long _panels;
    private long _pulses;
    private long _bytes;

    /// <summary>When which panel came.</summary>
    public Sightings Seen { get; } = new();

    /// <summary>How much later than the first of all watchers.</summary>
    public Durations Behind { get; } = new();

    /// <summary>The time between two pulses of one watcher; a second is meant.</summary>
    public Durations BetweenPulses { get; } = new();

    /// <summary>Panels received, by all.</summary>
    public long Panels => Volatile.Read(ref _panels);

    /// <summary>Pulses received, by all.</summary>
    public long Pulses => Volatile.Read(ref _pulses);

    /// <summary>Bytes received, by all.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

    /// <summary>A watcher of a language, which notes into these.</summary>
    public IHubListener Watcher(string language) => new Listener(this, language);

    private sealed class Listener(Arrivals all, string language) : IHubListener
    {
        private long _lastPulse;

        public void Called(ReadOnlySpan<byte> record)
        {
            var now = Stopwatch.GetTimestamp();
            Interlocked.Add(ref all._bytes, record.Length);
            var (target, first, sequence, third, speed) = Read(record);
            if (target == "panel")
            {
                Interlocked.Increment(ref all._panels);
                all.Behind.Add(all.Seen.Note($"{language} {first}", sequence, now));
            }
            else if (target == "pulse")
            {
                Interlocked.Increment(ref all._pulses);
                if (speed > 0)
                {
                    // Of a clock that stands every pulse is like the one before.
                    all.Behind.Add(all._pulsesSeen.Note(third ?? "", sequence, now));
                }

                if (_lastPulse != 0)
                {
                    all.BetweenPulses.Add(now - _lastPulse);
                }

                _lastPulse = now;
            }
        }

        // Only as far as it matters: the markup of a panel is not read, what is third in a pulse is its time, then the clock's speed.
        private static (string? Target, string? First, long Sequence, string? Third, double Speed) Read(ReadOnlySpan<byte> record)
        {
            var reader = new Utf8JsonReader(record);
            string? target = null, first = null, third = null;
            long sequence = 0;
            var speed = 0.0;
            while (reader.Read() && reader.TokenType != JsonTokenType.StartArray)
            {
                target = reader.TokenType == JsonTokenType.String ? reader.GetString() : target;
            }

            if (target is "panel" or "pulse" && reader.Read() && reader.TokenType == JsonTokenType.String)
            {
                first = reader.GetString();
                sequence = reader.Read() && reader.TokenType == JsonTokenType.Number ? reader.GetInt64() : 0;
                third = target == "pulse" && reader.Read() && reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                speed = third is not null && reader.Read() && reader.TokenType == JsonTokenType.Number ? reader.GetDouble() : 0;
            }

            return (target, first, sequence, third, speed);
        }
    }
}
