using System.Collections.Immutable;
using System.Text;
using CommandCenter.Plans.Samples;

namespace CommandCenter.Plans.Tests;

/// <summary>The sample folder in memory, with one thing changed.</summary>
internal sealed class Folder
{
    private static readonly IReadOnlyDictionary<string, byte[]> Sample = SampleFolder.Files();

    private readonly Dictionary<string, byte[]> files = new(Sample);

    public Folder With(string file, byte[] content)
    {
        var stem = Path.GetFileNameWithoutExtension(file);
        files.Remove($"{stem}.csv");
        files.Remove($"{stem}.xlsx");
        files[file] = content;
        return this;
    }

    public Folder With(string file, string text) => With(file, Encoding.UTF8.GetBytes(text));

    public Folder Besides(string file, byte[] content)
    {
        files[file] = content;
        return this;
    }

    public Folder Without(string file)
    {
        Assert.True(files.Remove(file));
        return this;
    }

    /// <summary>Replaces a text that must occur exactly once.</summary>
    public Folder Change(string file, string old, string by)
    {
        var text = Encoding.UTF8.GetString(files[file]);
        Assert.Equal(2, text.Split(old).Length);
        files[file] = Encoding.UTF8.GetBytes(text.Replace(old, by, StringComparison.Ordinal));
        return this;
    }

    public PlanReading Read() => PlanFolder.Read(files);

    public ImmutableArray<Fault> Faults()
    {
        var reading = Read();
        Assert.Null(reading.Plan);
        Assert.Null(reading.PlanHash);
        Assert.Null(reading.Lists);
        Assert.False(reading.IsGood);
        return reading.Faults;
    }

    public Fault OnlyFault() => Assert.Single(Faults());
}
