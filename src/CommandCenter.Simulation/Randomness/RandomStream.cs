using System.Numerics;
using System.Text;

namespace CommandCenter.Simulation.Randomness;

/// <summary>
/// A stream of random numbers with a name. Each household, window and purpose has its own, so that a change in one
/// place leaves all others as they were, and runs can be compared. The same on every machine.
/// </summary>
/// <remarks>xoshiro256** 1.0 (Blackman, Vigna 2018), seeded by SplitMix64 from FNV-1a of the name and the seed.</remarks>
public sealed class RandomStream
{
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    /// <summary>The stream of this name under a seed.</summary>
    public RandomStream(long seed, string name)
    {
        unchecked
        {
            var state = (ulong)seed * 0x9E3779B97F4A7C15UL;
            foreach (var b in Encoding.UTF8.GetBytes(name))
            {
                state = (state ^ b) * 0x100000001B3UL;
            }

            (_s0, _s1, _s2, _s3) = (SplitMix(ref state), SplitMix(ref state), SplitMix(ref state), SplitMix(ref state));
        }
    }

    /// <summary>Uniform in [0, 1).</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in 0 … <paramref name="below"/> − 1.</summary>
    public int NextInt(int below) => (int)(NextDouble() * below);

    /// <summary>True with this probability.</summary>
    public bool Chance(double probability) => NextDouble() < probability;

    /// <summary>Standard normal, by inversion, one number drawn.</summary>
    public double NextNormal()
    {
        var p = NextDouble();
        return PortableMath.InverseNormal(p <= 0 ? 1e-16 : p);
    }

    /// <summary>One of the items.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[NextInt(items.Count)];

    /// <summary>64 random bits, to key other draws with.</summary>
    public ulong NextKey() => NextBits();

    private ulong NextBits()
    {
        unchecked
        {
            var result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
            var t = _s1 << 17;
            _s2 ^= _s0;
            _s3 ^= _s1;
            _s1 ^= _s2;
            _s0 ^= _s3;
            _s2 ^= t;
            _s3 = BitOperations.RotateLeft(_s3, 45);
            return result;
        }
    }

    private static ulong SplitMix(ref ulong state)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15UL;
            var z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
