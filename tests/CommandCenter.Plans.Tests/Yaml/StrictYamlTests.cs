using System.Collections.Immutable;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Plans.Yaml;

namespace CommandCenter.Plans.Tests.Yaml;

public sealed class StrictYamlTests
{
    [Fact]
    public void Read_EveryKindOfValue_IsRead()
    {
        var (value, faults) = Read(
            """
            text: 文字
            count: 3
            share: 0.25
            on: true
            time: 1h30min
            at: 2026-12-05T08:30+08:00
            kind: check-in
            id: w3
            ids: [a, b]
            name: { zh: 甲, en: A }
            """,
            static m => new object[]
            {
                m.Text("text"), m.Whole("count", 0, 9), m.Number("share", 0, 1), m.Flag("on"),
                m.Duration("time", TimeSpan.Zero, TimeSpan.FromHours(2)), m.Moment("at"), m.OneOf<ServiceKind>("kind"),
                m.Id<WindowId>("id"), string.Join('+', m.Ids<ZoneId>("ids").Select(static i => i.Id)), m.Label("name"),
            });

        Assert.Empty(faults);
        Assert.Equal(
            [
                "文字", 3, 0.25m, true, TimeSpan.FromMinutes(90), new DateTimeOffset(2026, 12, 5, 8, 30, 0, TimeSpan.FromHours(8)),
                ServiceKind.CheckIn, new WindowId("w3"), "a+b", new Label("甲", "A"),
            ],
            value!);
    }

    [Fact]
    public void Read_UnknownKey_IsAFaultWithPlaceAndTheKnownOnes()
    {
        var (value, faults) = Read("text: a\ntetx: b", static m => m.Text("text"));

        Assert.Null(value);
        var fault = Assert.Single(faults);
        Assert.Equal(new Place("x.yaml", 2, "1", "tetx"), fault.Place);
        Assert.Contains("text", fault.Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_UnknownKeyInAnItem_NamesTheItem()
    {
        var (_, faults) = Read("list:\n- id: a\n- id: b\n  nope: 1", static m => m.List("list", static i => i.Text("id")).Length.ToString());

        Assert.Equal(new Place("x.yaml", 4, "3", "list[1].nope"), Assert.Single(faults).Place);
    }

    [Theory]
    [InlineData("a: [1, 2", 1)]
    [InlineData("a: 1\n b: 2", 2)]
    [InlineData("a: 1\na: 2", 2)]
    [InlineData("a: *b", 1)]
    [InlineData("a: &b [1]\nc: *b", 2)]
    [InlineData("a:\n\t- 1", 1)]
    [InlineData("a: 1\nb: {c: 1\nd: 2\n", 2)]
    [InlineData("a: 1\nb: \"x\nc: 1", 2)]
    [InlineData("a: @x", 1)]
    public void Read_BrokenYaml_HasLineColumnAndSentence(string text, int line)
    {
        var (value, faults) = Read(text, static m => m.Text("a"));

        Assert.Null(value);
        var fault = Assert.Single(faults);
        Assert.Equal(line, fault.Place.Row);
        Assert.NotNull(fault.Place.Column);
        Assert.StartsWith("此处 YAML 格式有误", fault.Reason.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("just text")]
    [InlineData("[1, 2]")]
    [InlineData("a: 1\n---\na: 1")]
    public void Read_OtherThanOneMapping_IsAFault(string text) =>
        Assert.Single(Read(text, static m => m.Text("a")).Faults);

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    public void Read_NestedWithoutEnd_IsRefusedInsteadOfOverflowingTheStack(char open)
    {
        var (_, faults) = Read("a: " + new string(open, 200_000), static m => m.Text("a"));

        Assert.Contains("32", Assert.Single(faults).Reason.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a: ")]
    [InlineData("a: ~")]
    [InlineData("a: null")]
    [InlineData("b: 1")]
    public void Read_MissingValue_IsReportedOnce(string text)
    {
        var (_, faults) = Read(text, static m => { m.OptionalText("b"); return $"{m.Whole("a", 0, 1)}"; });

        Assert.Contains("缺少", Assert.Single(faults).Reason.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WrongKindsOfNodes_AreFaultsAndReadingGoesOn()
    {
        var (_, faults) = Read(
            "text: [1]\nlist: 1\nmap: 1\nids: [[1]]\nlast: 12",
            static m =>
            {
                m.Text("text");
                m.List("list", static i => i.Text("id"));
                m.Map("map", static i => i.Text("id"));
                m.Ids<ZoneId>("ids");
                return $"{m.Whole("last", 0, 9)}";
            });

        Assert.Equal(["text", "list", "map", "ids[0]", "last"], faults.Select(static f => f.Place.Field));
    }

    [Theory]
    [InlineData("5")]
    [InlineData("5m")]
    [InlineData("-5s")]
    [InlineData("1min1h")]
    [InlineData("00:05:00")]
    [InlineData("99999h")]
    [InlineData("11min")]
    public void Duration_WhatIsNone_IsAFault(string text)
    {
        var (_, faults) = Read($"a: {text}", static m => $"{m.Duration("a", TimeSpan.Zero, TimeSpan.FromMinutes(10))}");

        Assert.Contains("0s 至 10min", Assert.Single(faults).Reason.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0s", 0)]
    [InlineData("90s", 90)]
    [InlineData("5min", 300)]
    [InlineData("1h30min", 5400)]
    [InlineData("2d1s", 172_801)]
    public void DurationText_WrittenAndReadAgain_IsTheSame(string text, int seconds)
    {
        Assert.True(DurationText.TryParse(text, out var duration));
        Assert.Equal(TimeSpan.FromSeconds(seconds), duration);
        Assert.True(DurationText.TryParse(DurationText.Write(duration), out var again));
        Assert.Equal(duration, again);
    }

    [Fact]
    public void ReadFile_MissingFile_IsAFault()
    {
        var faults = new Faults();

        Assert.Null(StrictYaml.ReadFile(Path.Combine(Path.GetTempPath(), "no-such", "rush.yaml"), faults, static m => m.Text("a")));

        Assert.Equal(new Place("rush.yaml"), Assert.Single(faults.InOrder()).Place);
    }

    [Fact]
    public void ReadFile_FileWithMark_IsRead()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "a: 签到", new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Assert.Equal("签到", StrictYaml.ReadFile(path, new Faults(), static m => m.Text("a")));

        File.Delete(path);
    }

    private static (T? Value, ImmutableArray<Fault> Faults) Read<T>(string text, Func<YamlMap, T> read)
        where T : class
    {
        var faults = new Faults();
        return (StrictYaml.Read("x.yaml", text, faults, read), faults.InOrder());
    }
}
