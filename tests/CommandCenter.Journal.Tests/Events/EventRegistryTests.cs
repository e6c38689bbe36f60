using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CommandCenter.Domain;
using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Draws;
using CommandCenter.Domain.Drills;
using CommandCenter.Journal.Chains;
using CommandCenter.Journal.Events;
using CommandCenter.Journal.Events.Upcasting;

namespace CommandCenter.Journal.Tests.Events;

public sealed partial class EventRegistryTests
{
    private static readonly EventRegistry Registry = EventRegistry.Default;

    public static TheoryData<Type> EventTypes => [.. typeof(IEvent).Assembly.GetTypes().Where(static t => t.IsClass && t.IsAssignableTo(typeof(IEvent)))];

    [Theory]
    [MemberData(nameof(EventTypes))]
    public void Event_OfTheDomain_HasAContractAndAName(Type type)
    {
        var sample = SampleBuilder.Event(type);
        var name = Registry.NameOf(sample);

        Assert.NotNull(EventJsonContext.Default.GetTypeInfo(type));
        Assert.Matches(NameSyntax(), name);
        Assert.Equal(type, Registry.TypeOf(name));
    }

    [Fact]
    public void Names_OfAllEvents_AreUnique() => Assert.Equal(EventTypes.Count, Registry.Names.Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Write_UnsetMember_IsAProgrammersError()
    {
        Assert.Throws<ArgumentException>(() => Payload(new DrawListFrozen(default)));
        Assert.Throws<ArgumentException>(() => Payload(new CaseNoted(new("c1"), null!)));
        Assert.Throws<ArgumentException>(() => Payload(new CaseNoted(default, "text")));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("20")]
    [InlineData("35.00")]
    [InlineData("-0.1")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-0.0000000000000000000000000001")]
    public void Decimal_Stored_IsATextWithItsScale(string text)
    {
        var payload = Payload(new DrillSpeedChanged(decimal.Parse(text)));

        Assert.Equal($$"""{"speed":"{{text}}"}""", Encoding.UTF8.GetString(payload));
        Assert.Equal(text, $"{((DrillSpeedChanged)Registry.Read(1, "drill.speed-changed.v1", payload)).Speed}");
    }

    [Theory]
    [InlineData("case.noted.v9", """{"case":"c1","text":"t"}""")]
    [InlineData("case.noted.v1", """{"case":"c1"}""")]
    [InlineData("case.noted.v1", """{"case":"c1","text":null}""")]
    [InlineData("case.noted.v1", """{"case":"c1","text":"t","more":1}""")]
    [InlineData("case.noted.v1", """{"case":"c1","text":"t","text":"u"}""")]
    [InlineData("case.noted.v1", """{"case":7,"text":"t"}""")]
    [InlineData("case.noted.v1", """{"case":"c1","text":"t"} {}""")]
    [InlineData("case.noted.v1", "{")]
    [InlineData("case.noted.v1", "")]
    [InlineData("case.noted.v1", "null")]
    [InlineData("drill.speed-changed.v1", """{"speed":20}""")]
    [InlineData("drill.speed-changed.v1", """{"speed":"2e1"}""")]
    [InlineData("unit.released.v1", """{"unit":"2-902","household":"h1","cause":"noSuch"}""")]
    [InlineData("unit.released.v1", """{"unit":"2-902","household":"h1","cause":1}""")]
    [InlineData("group.roll-missed.v1", "[]")]
    [InlineData("group.roll-missed.v1", """{"group":"order"}""")]
    public void Read_WhatIsNotOfTheShape_IsCorruptAndNamesTheEntry(string name, string payload)
    {
        var fault = Assert.Throws<JournalCorruptException>(() => Registry.Read(42, name, Encoding.UTF8.GetBytes(payload)));

        Assert.Equal(42, fault.Sequence);
        Assert.Contains(name, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Upcasters_InAChain_AreAppliedOneAfterAnother()
    {
        var registry = new EventRegistry([new Rename("case.noted.v0", "case.noted.older", "note", "words"), new Rename("case.noted.older", "case.noted.v1", "words", "text")]);

        var read = registry.Read(1, "case.noted.v0", """{"case":"c1","note":"旧"}"""u8);

        Assert.Equal(new CaseNoted(new("c1"), "旧"), read);
    }

    [Fact]
    public void Upcasters_ThatLeadNowhere_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new EventRegistry([new Rename("case.noted.v0", "case.no-such.v1", "a", "b")]));
        Assert.Throws<ArgumentException>(() => new EventRegistry([new Rename("a.v1", "b.v1", "a", "b"), new Rename("b.v1", "a.v1", "a", "b")]));
        Assert.Throws<ArgumentException>(() => new EventRegistry([new Rename("case.noted.v1", "case.answered.v1", "a", "b")]));
    }

    private static byte[] Payload(IEvent e) => EntryEncoder.Mine.EncodePayload(e, Registry);

    [GeneratedRegex(@"^[a-z]+(\.[a-z]+(-[a-z]+)*)+\.v[1-9]$")]
    private static partial Regex NameSyntax();

    private sealed class Rename(string from, string to, string member, string newMember) : IUpcaster
    {
        public string From => from;

        public string To => to;

        public JsonObject Upcast(JsonObject payload)
        {
            payload[newMember] = payload[member]?.DeepClone();
            payload.Remove(member);
            return payload;
        }
    }
}
