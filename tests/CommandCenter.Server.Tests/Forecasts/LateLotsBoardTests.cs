using CommandCenter.Boards.Units;
using CommandCenter.Server.Forecasts;
using CommandCenter.Server.Tests.Screens;

namespace CommandCenter.Server.Tests.Forecasts;

/// <summary>Who is told in time.</summary>
public sealed class LateLotsBoardTests
{
    private static readonly TypeLeft Gone = new(new("t75"), new("75 平方米", "75 m²"), 75m, 0, 40);
    private static readonly TypeLeft Few = new(new("t105"), new("105 平方米", "105 m²"), 105m, 3, 40);

    [Theory]
    [InlineData("every type sold out", true)]
    [InlineData("one sold out, the other likely gone", true)]
    [InlineData("one sold out, the other safe", false)]
    public void Household_WhoseTypesMayBeGone_IsToBeToldAndEveryOtherOneIsThereToo(string choice, bool told)
    {
        LateType[] types = choice switch
        {
            "every type sold out" => [new(Gone, 0)],
            "one sold out, the other likely gone" => [new(Gone, 0), new(Few, 0.4)],
            _ => [new(Gone, 0), new(Few, 0.97)],
        };
        LateLot lot = new(new("h001"), "1", "王**", 5, types.Max(static t => t.Chance), default, [.. types]);
        var board = new LateLotsBoard(Painter.Now, [], [lot]);

        Assert.Equal(told, board.ToCareFor.Contains(lot));
        Assert.Equal(!told, board.Others.Contains(lot));
    }
}
