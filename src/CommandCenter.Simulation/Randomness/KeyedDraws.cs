using System.Runtime.CompilerServices;

namespace CommandCenter.Simulation.Randomness;

/// <summary>
/// Random numbers by name rather than by turn: the draw of a subject for a purpose is the same whatever was drawn before.
/// Two runs that differ in one window therefore give every household the same luck, and their difference is the
/// window's effect alone (common random numbers).
/// </summary>
/// <remarks>SplitMix64 (Steele, Lea, Flood 2014) read at a position; one key, from its own <see cref="RandomStream"/>, per run.</remarks>
/// <param name="key">The run's key.</param>
public readonly struct KeyedDraws(ulong key)
{
    private const ulong Step = 0x9E3779B97F4A7C15UL;
    private const int PurposeBits = 8;

    private readonly ulong _key = key;

    /// <summary>The draws of a run under a seed.</summary>
    public static KeyedDraws Of(long seed, int run) => new(new RandomStream(seed, $"run/{run}").NextKey());

    /// <summary>Uniform in [0, 1).</summary>
    /// <param name="subject">Whose draw it is, from 0.</param>
    /// <param name="purpose">What it is for, 0 to 255.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double At(int subject, int purpose)
    {
        unchecked
        {
            var z = _key + (((((ulong)subject << PurposeBits) | (uint)purpose) + 1) * Step);
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
        }
    }
}
