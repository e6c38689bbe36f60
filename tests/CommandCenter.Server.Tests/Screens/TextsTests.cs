using System.Text.RegularExpressions;
using System.Xml.Linq;
using CommandCenter.Boards.Cases;
using CommandCenter.Boards.Circumstances;
using CommandCenter.Boards.Groups;
using CommandCenter.Boards.Incidents;
using CommandCenter.Boards.Reports;
using CommandCenter.Boards.Supervision;
using CommandCenter.Boards.Tickets;
using CommandCenter.Boards.Units;
using CommandCenter.Boards.Windows;
using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Meetings;
using CommandCenter.Domain.Operations;
using CommandCenter.Server.Screens;
using CommandCenter.TestKit;

namespace CommandCenter.Server.Tests.Screens;

/// <summary>The resource files against each other and against the sources that use them.</summary>
public sealed partial class TextsTests
{
    private static readonly string Server = Path.Combine(Checkout.Root, "src", "CommandCenter.Server");
    private static readonly Dictionary<string, string> Chinese = Read("Screens.resx");
    private static readonly Dictionary<string, string> English = Read("Screens.en.resx");

    [Fact]
    public void Resources_InBothLanguages_HaveTheSameKeysInOrder()
    {
        Assert.Equal(Chinese.Keys, English.Keys);
        Assert.Equal(Chinese.Keys.Order(StringComparer.Ordinal), Chinese.Keys);
    }

    [Fact]
    public void Resources_InBothLanguages_TakeTheSameArguments() =>
        Assert.All(Chinese, static text => Assert.True(
            Arguments(text.Value).SetEquals(Arguments(English[text.Key])), $"'{text.Key}' takes other arguments in English."));

    [Fact]
    public void EnglishTexts_HoldNoChinese() =>
        Assert.DoesNotContain(English, static text => Ideograph().IsMatch(text.Value));

    [Fact]
    public void Sources_UseOnlyKeysThatThereAre()
    {
        var used = Sources().SelectMany(static file => Literal().Matches(File.ReadAllText(file)).Select(m => (Key: m.Groups[1].Value, File: file))).ToList();

        Assert.True(used.Count > 50, $"Only {used.Count} uses found.");
        Assert.All(used, static use => Assert.True(Chinese.ContainsKey(use.Key), $"{use.File} uses '{use.Key}'."));
    }

    [Theory]
    [InlineData(typeof(OperationPhase))]
    [InlineData(typeof(UnitStanding))]
    [InlineData(typeof(WindowStatus))]
    [InlineData(typeof(IncidentStage))]
    [InlineData(typeof(HouseholdStage))]
    [InlineData(typeof(IncidentLogKind))]
    [InlineData(typeof(CommandCenter.Boards.Communication.ContactStanding))]
    [InlineData(typeof(CommandCenter.Domain.Zones.ZoneCondition))]
    [InlineData(typeof(CommandCenter.Boards.Site.Light))]
    [InlineData(typeof(CaseCategory))]
    [InlineData(typeof(CaseChannel))]
    [InlineData(typeof(CaseKind))]
    [InlineData(typeof(CaseFileKind))]
    [InlineData(typeof(CircumstanceStanding))]
    [InlineData(typeof(AssignmentStage))]
    [InlineData(typeof(ExceptionKind))]
    [InlineData(typeof(FigureKind))]
    [InlineData(typeof(PromiseKind))]
    [InlineData(typeof(MeetingType))]
    public void EnumOfTheScreens_HasATextForEachValue(Type type) =>
        Assert.All(Enum.GetNames(type), name => Assert.Contains($"{type.Name}.{name}", Chinese.Keys));

    private static IEnumerable<string> Sources() =>
        new[] { "Screens", "Push" }.SelectMany(static folder => Directory.EnumerateFiles(Path.Combine(Server, folder), "*", SearchOption.AllDirectories))
            .Where(static file => Path.GetExtension(file) is ".razor" or ".cs");

    private static HashSet<string> Arguments(string text) => [.. Placeholder().Matches(text).Select(static m => m.Value)];

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(Path.Combine(Server, "Resources", file)).Root!.Elements("data")
            .ToDictionary(static d => d.Attribute("name")!.Value, static d => d.Element("value")!.Value);

    // The first argument, and both sides where a condition chooses between two.
    [GeneratedRegex("(?:\\bT\\((?:[^()\"]*\\? )?|\\bT\\([^()\"]*\\? \"[^\"]+\" : )\"([A-Za-z]+\\.[A-Za-z.]+)\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Ideograph();
}
