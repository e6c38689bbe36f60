using System.Runtime.CompilerServices;
using System.Text;
using CommandCenter.Domain;
using CommandCenter.Journal.Chains;
using CommandCenter.Journal.Events;
using Xunit.Abstractions;

namespace CommandCenter.Journal.Tests.Events;

/// <summary>
/// Every stored shape is pinned by a file in <c>Golden/</c>, one instance each, byte for byte. For a new event the test
/// writes the file and fails once: read it, commit it. A file that is there is never rewritten: if it no longer fits, the
/// shape has changed, and a changed shape is a new version with an upcaster (the old file then becomes a fixture of it).
/// </summary>
public sealed class GoldenTests(ITestOutputHelper output)
{
    private static readonly EventRegistry Registry = EventRegistry.Default;

    public static TheoryData<string> Names => [.. EventRegistry.Default.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Event_Written_HasTheGoldenBytes(string name)
    {
        var payload = Payload(SampleBuilder.Event(Registry.TypeOf(name)!));
        var path = Path.Combine(Folder(), name + ".json");
        if (!File.Exists(path))
        {
            File.WriteAllText(path, payload + "\n");
            Assert.Fail($"{name} had no golden file. One was written: read it, then commit {path}.");
        }

        output.WriteLine(payload);
        Assert.Equal(File.ReadAllText(path), payload + "\n");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Golden_Read_IsTheEventThatWroteIt(string name)
    {
        var golden = File.ReadAllBytes(Path.Combine(Folder(), name + ".json"));

        var read = Registry.Read(1, name, golden);

        Assert.Equivalent(SampleBuilder.Event(Registry.TypeOf(name)!), read, strict: true);
        Assert.Equal(Encoding.UTF8.GetString(golden), Payload(read) + "\n");
    }

    [Fact]
    public void Goldens_WithoutAnEvent_AreNone() =>
        Assert.Equal(Registry.Names, Directory.GetFiles(Folder()).Select(static f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal));

    private static string Payload(IEvent e) => Encoding.UTF8.GetString(EntryEncoder.Mine.EncodePayload(e, Registry));

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "Golden");
}
