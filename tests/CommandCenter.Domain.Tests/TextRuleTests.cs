namespace CommandCenter.Domain.Tests;

public sealed class TextRuleTests
{
    [Fact]
    public void Clip_WithinTheLimit_IsUnchanged() => Assert.Equal("四个字。", TextRule.Clip("四个字。", 4));

    [Fact]
    public void Clip_BeyondTheLimit_EndsWithAnEllipsis() => Assert.Equal("五个字…", TextRule.Clip("五个字符。", 4));

    [Fact]
    public void Clip_InTheMiddleOfACharacterOfTwoUnits_DropsItWhole() => Assert.Equal("一…", TextRule.Clip("一𠀀二三", 3));
}
