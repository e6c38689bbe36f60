using System.Globalization;
using System.Text.Json;
using CommandCenter.Boards.Windows;
using CommandCenter.Domain.Plans;
using CommandCenter.Server.Api;
using CommandCenter.Server.Screens;

namespace CommandCenter.Server.Tests.Screens;

public sealed class WindowActionTests
{
    public WindowActionTests() => CultureInfo.CurrentUICulture = Languages.Chinese;

    [Fact]
    public void EveryStanding_KeysAreUnique_AndTheFirstIsWhatComesNext()
    {
        foreach (var board in Desks.All)
        {
            var keys = WindowActions.Of(board, Desks.Plan).Select(static a => a.Key).ToList();
            Assert.Equal(keys.Distinct(), keys);
            Assert.Equal(WindowActions.NextKey, keys[0]);
            Assert.All(keys.Skip(1), static k => Assert.Matches("^[A-Z0-9]$", k));
        }
    }

    [Fact]
    public void EveryAction_IsACommandOfTheCatalog_WithABodyThatIsJson()
    {
        foreach (var action in Desks.All.SelectMany(static b => WindowActions.Of(b, Desks.Plan)))
        {
            var path = action.Command.Split('/');
            Assert.NotNull(CommandCatalog.Find(path[0], path[^1]));
            Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(action.Body).RootElement.ValueKind);
        }
    }

    [Fact]
    public void KeysThatHoldTicketsUp_AreNotThoseOfActions_WhereTheyCanBePressed()
    {
        foreach (var board in Desks.All.Where(static b => b is { Status: WindowStatus.Open, Ticket: null }))
        {
            Assert.DoesNotContain(WindowActions.Of(board, Desks.Plan), static a => char.IsAsciiDigit(a.Key[0]));
        }
    }

    [Theory]
    [InlineData(WindowPhase.Called, "arrive", "RHTZ")]
    [InlineData(WindowPhase.Arrived, "start", "HTZ")]
    [InlineData(WindowPhase.Serving, "complete", "HTZ")]
    public void Verification_InEachPhase_OffersWhatTheWindowWouldAccept(WindowPhase phase, string next, string others)
    {
        var actions = WindowActions.Of(Desks.At(Step(ServiceKind.Verification), phase), Desks.Plan);

        Assert.EndsWith($"/{next}", actions[0].Command);
        Assert.Equal(others, string.Concat(actions.Skip(1).Where(static a => a.Why is null).Select(static a => a.Key)));
        Assert.All(actions.Where(static a => a.Why is not null), static a => Assert.NotEmpty(a.Why!));
    }

    [Fact]
    public void Confirming_AFlat_TakesTwoPresses()
    {
        var choosing = Desks.At(Step(ServiceKind.Selection), WindowPhase.Serving);
        var reserve = WindowActions.Of(choosing, Desks.Plan)[0];
        var confirm = WindowActions.Of(choosing with { Reservation = new(Desks.Flat, Desks.Now) }, Desks.Plan)[0];

        Assert.Equal(("inventory/main/reserve", true, null), (reserve.Command, reserve.Picks, reserve.Confirm));
        Assert.Equal("inventory/main/confirm", confirm.Command);
        Assert.Contains("2\u2011902", confirm.Confirm, StringComparison.Ordinal);
        Assert.Equal("""{"household":"h112","unit":"2-902","window":"w5"}""", confirm.Body);
    }

    [Theory]
    [InlineData(ServiceKind.Verification, "consultation reception")]
    [InlineData(ServiceKind.Selection, "consultation reception verification")]
    [InlineData(ServiceKind.Signing, "consultation reception")]
    [InlineData(ServiceKind.Settlement, "consultation reception signing")]
    [InlineData(ServiceKind.Consultation, "")]
    public void Transfer_OffersSideStepsAndThoseBehind_NeverAcrossSelection(ServiceKind kind, string steps)
    {
        var transfer = WindowActions.Of(Desks.At(Step(kind), WindowPhase.Serving), Desks.Plan).Single(static a => a.Key == "T");

        Assert.Equal(steps, transfer.Only);
    }

    private static Step Step(ServiceKind kind) => Desks.Plan.Steps.First(s => s.Kind == kind);
}
