using CommandCenter.Plans.Lists;

namespace CommandCenter.Plans.Tests.Lists;

public sealed class IdCardTests
{
    [Theory]
    [InlineData("11010519491231002X", true)]
    [InlineData("440524188001010014", false)]
    public void Objection_ExamplesOfTheStandard_AreAsTheStandardSays(string number, bool good)
    {
        // Both stand in GB 11643-1999; the second was born before 1900, which nobody here can be.
        Assert.Equal(number[^1], IdCard.CheckCharacter(number));
        Assert.Equal(good, IdCard.Objection(number) is null);
    }

    [Fact]
    public void Objection_AnyTwoNeighboursSwapped_IsFound()
    {
        const string number = "11010519491231002X";
        for (var i = 0; i < 16; i++)
        {
            var swapped = string.Concat(number.AsSpan(0, i), [number[i + 1]], [number[i]], number.AsSpan(i + 2));
            Assert.True(swapped == number || IdCard.Objection(swapped) is not null, swapped);
        }
    }

    [Fact]
    public void Objection_BornAfterTheDay_IsFound()
    {
        var number = HouseholdText.Card("20261206", 1);

        Assert.NotNull(IdCard.Objection(number, new DateOnly(2026, 12, 5)));
        Assert.Null(IdCard.Objection(number, new DateOnly(2026, 12, 6)));
    }
}
