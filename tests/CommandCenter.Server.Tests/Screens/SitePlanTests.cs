using CommandCenter.Boards.Site;
using CommandCenter.Domain.Zones;
using CommandCenter.Server.Screens;

namespace CommandCenter.Server.Tests.Screens;

public sealed class SitePlanTests
{
    [Fact]
    public void Outlined_ZoneOfThePlan_IsWrittenInItsMiddle()
    {
        var (_, shape) = SitePlan.Of([Zone("hall", "M300 180H700V300H300Z")], static z => z.Zone.Outline).Single();

        Assert.Equal(("M300 180H700V300H300Z", 500, 240, 400, 120), (shape.Path, shape.X, shape.Y, shape.Width, shape.Height));
    }

    [Fact]
    public void Zones_WithoutOutlines_StandInATidyGridWithoutOverlap()
    {
        var shapes = SitePlan.Of<ZoneCount>([.. Enumerable.Range(1, 7).Select(static n => Zone($"z{n}", null))], static z => z.Zone.Outline).Select(static z => z.Shape).ToList();

        Assert.Equal(7, shapes.Select(static s => (s.X, s.Y)).Distinct().Count());
        Assert.All(shapes, static s => Assert.InRange(s.X, s.Width / 2, 1000 - (s.Width / 2)));
        Assert.Single(shapes.Select(static s => s.Width).Distinct());
    }

    [Fact]
    public void Name_WithMarkup_IsWrittenAsText() =>
        Assert.Contains("&lt;b&gt;", SitePlan.Text(new("M0 0H1V1Z", 1, 1, 100, 100), Lettering.Wall, "<b>"), StringComparison.Ordinal);

    [Theory]
    [InlineData(100, 100, 2)]
    [InlineData(100, 30, 1)]
    [InlineData(400, 100, 1)]
    public void Name_OfSeveralWords_StandsOnTwoLinesOnlyWhereItIsNarrowAndThereIsRoom(double width, double height, int lines) =>
        Assert.Equal(lines, SitePlan.Text(new("M0 0H1V1Z", 1, 1, width, height), Lettering.Wall, "Command room").Split("<text").Length - 1);

    [Fact]
    public void Name_OnAPhonesPlan_IsWrittenLargerThanOnAWalls()
    {
        var shape = new ZoneShape("M0 0H1V1Z", 65, 50, 130, 100);

        Assert.Contains("font-size=\"30\"", SitePlan.Text(shape, Lettering.Wall, "配电间"), StringComparison.Ordinal);
        Assert.Contains("font-size=\"36\"", SitePlan.Text(shape, Lettering.Phone, "配电间"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(120, 140, 3)]
    [InlineData(120, 34, 1)]
    public void Notes_StandBelowTheName_OrBesideItWhereTheZoneIsFlat(double width, double height, int lines)
    {
        var text = SitePlan.Text(new("M0 0H1V1Z", 1, 1, width, height), Lettering.Wall, "南门", "◆ 拥挤", "12");

        Assert.Equal(lines, text.Split("<text").Length - 1);
        Assert.Contains("12</text>", text, StringComparison.Ordinal);
    }

    private static ZoneCount Zone(string id, string? outline) =>
        new(new(new(id), new(id, id), null, outline, ZoneCondition.Open, null, null, Light.Green, 0, 0, null), 0, 0);
}
