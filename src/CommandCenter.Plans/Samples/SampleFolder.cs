using System.Text;

namespace CommandCenter.Plans.Samples;

/// <summary>
/// The sample operation: the plan and playbooks of <c>ops/sample</c>, and lists made up from a seed. The same seed and scale
/// give the same bytes on every machine; <c>ops/sample</c> itself is <see cref="Seed"/> at scale 1, and a test holds it so.
/// </summary>
public static class SampleFolder
{
    /// <summary>The seed of <c>ops/sample</c>: the day of the sample operation.</summary>
    public const ulong Seed = 20261205;

    /// <summary>The largest scale: beyond it the household list would have more rows than a list may.</summary>
    public const int MaxScale = 25;

    /// <summary>The files of the sample, by name.</summary>
    /// <param name="seed">Decides about people, ages, differences and priorities; flats do not depend on it.</param>
    /// <param name="scale">1 is 199 households, 236 flats and 14 windows; 10 is ten times all of them.</param>
    /// <exception cref="ArgumentOutOfRangeException">The scale is below 1 or above <see cref="MaxScale"/>.</exception>
    public static IReadOnlyDictionary<string, byte[]> Files(ulong seed = Seed, int scale = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scale, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scale, MaxScale);
        return new Dictionary<string, byte[]>
        {
            [PlanFiles.Plan] = Encoding.UTF8.GetBytes(SamplePlan.Enlarge(Resource(PlanFiles.Plan), scale)),
            [PlanFiles.Playbooks] = Encoding.UTF8.GetBytes(Resource(PlanFiles.Playbooks)),
            [$"{PlanFiles.Households}.csv"] = SampleCsv.Households(SampleHouseholds.Make(seed, scale)),
            [$"{PlanFiles.Units}.csv"] = SampleCsv.Units(SampleUnits.Make(scale)),
        };
    }

    /// <summary>The sample as a plan folder is read, without a folder; always good.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The scale is below 1 or above <see cref="MaxScale"/>.</exception>
    public static PlanReading Read(ulong seed = Seed, int scale = 1) => PlanFolder.Read(Files(seed, scale));

    /// <summary>Writes the sample into a folder, which is made where it is missing; files of the same names are replaced.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The scale is below 1 or above <see cref="MaxScale"/>.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Write(string directory, ulong seed = Seed, int scale = 1)
    {
        var files = Files(seed, scale);
        Directory.CreateDirectory(directory);
        foreach (var (name, content) in files)
        {
            File.WriteAllBytes(Path.Combine(directory, name), content);
        }
    }

    private static string Resource(string name)
    {
        using var stream = typeof(SampleFolder).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
