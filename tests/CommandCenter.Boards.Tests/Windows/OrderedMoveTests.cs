using CommandCenter.Boards.Moments;
using CommandCenter.Boards.Tests.Histories;
using CommandCenter.Domain.Forecasts;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Boards.Tests.Windows;

/// <summary>How long an order about a window stands.</summary>
public sealed class OrderedMoveTests
{
    private static readonly DayCourse Course = new(default, default, default);
    private readonly Story _story = Story.Founded().Tell(Line.Open(1, "verification"), Line.Open(2, "verification"));

    [Fact]
    public void Pause_Ordered_StandsUntilSomebodyOpensTheWindow()
    {
        var pause = Order(new(MoveKind.Pause, [Line.W(1)], null, null, null));
        _story.At(9, 5).Tell(new WindowPaused(Line.W(1), new("verification"), "按指挥命令调整", false));
        Assert.Equal(new(pause, SmallHall.At(9, 0)), Of(1));
        Assert.Null(Of(2));

        _story.At(10, 0).Tell(Line.Open(1, "verification"));
        Assert.Null(Of(1));
    }

    [Fact]
    public void Break_OrderedForNoon_OutlivesAnOpeningBeforeAndEndsWithOneAfter()
    {
        var rest = Order(new(MoveKind.Break, [Line.W(1), Line.W(2)], null, SmallHall.At(12, 0), 30));
        _story.At(9, 30).Tell(Line.Open(1, "verification"));
        Assert.Equal(new(rest, SmallHall.At(12, 0)), Of(1));

        _story.At(12, 0).Tell(new WindowPaused(Line.W(1), new("verification"), "午休", false));
        _story.At(12, 30).Tell(Line.Open(1, "verification"));
        Assert.Null(Of(1));
        Assert.Equal(new(rest, SmallHall.At(12, 0)), Of(2));
    }

    [Fact]
    public void Order_OfAWindowThatClosesForTheDay_IsDoneWith()
    {
        Order(new(MoveKind.Open, [Line.W(1)], new("verification"), null, null));
        _story.At(9, 5).Tell(new WindowClosed(Line.W(1), new("verification")));
        Assert.Null(Of(1));
    }

    private Move Order(Move move)
    {
        _story.At(9, 0).Tell(new MoveOrdered(1, move, Course, Course));
        return move;
    }

    private OrderedMove? Of(int window) => _story.Boards.ReadMoment().Windows.Single(w => w.Window == Line.W(window)).Ordered;
}
