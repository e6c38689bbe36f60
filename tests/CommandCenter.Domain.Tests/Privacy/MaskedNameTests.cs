using CommandCenter.Domain.Privacy;
using FsCheck;
using FsCheck.Fluent;

namespace CommandCenter.Domain.Tests.Privacy;

public sealed class MaskedNameTests
{
    [Theory]
    [InlineData("李四", "李*")]
    [InlineData("张小三", "张*三")]
    [InlineData("阿依古丽", "阿**丽")]
    [InlineData("欧阳明月", "欧阳**")]
    [InlineData("司马光", "司马*")]
    [InlineData("欧阳", "欧*")]
    [InlineData("买买提·艾力", "买****力")]
    [InlineData("  王五  ", "王*")]
    [InlineData("Anna Lee", "A******e")]
    [InlineData("𠮷田三", "𠮷*三")]
    [InlineData("王", "*")]
    [InlineData("", "*")]
    [InlineData("   ", "*")]
    public void Of_AName_ShowsNoMoreThanNeeded(string name, string shown) => Assert.Equal(shown, MaskedName.Of(name));

    [Fact]
    public void Of_AnyName_HidesAtLeastOneCharacterAndKeepsTheLength()
    {
        var characters = Gen.Elements("张王李赵欧阳司马上官诸葛一二三四五".ToCharArray());
        var names = characters.ArrayOf().Where(static c => c.Length > 1).Select(static c => new string(c)).ToArbitrary();

        Prop.ForAll(names, static name =>
            {
                var shown = MaskedName.Of(name);
                Assert.Equal(name.Length, shown.Length);
                Assert.Contains('*', shown);
                Assert.All(shown.Zip(name), static pair => Assert.True(pair.First == pair.Second || pair.First == '*'));
                Assert.True(shown.Count(static c => c != '*') <= 2);
            })
            .QuickCheckThrowOnFailure();
    }
}
