using System.Reflection;
using System.Text.RegularExpressions;

namespace CommandCenter.Domain.Tests;

/// <summary>The list of refusals that clients rely on and people read.</summary>
public sealed partial class RejectionTests
{
    private static readonly Rejection[] Listed = [.. typeof(Rejections)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(static f => f.FieldType == typeof(Rejection))
        .Select(static f => (Rejection)f.GetValue(null)!)];

    [Fact]
    public void All_HasEveryRefusal_UnderACodeOfItsOwn()
    {
        Assert.NotEmpty(Listed);
        Assert.Equal(Listed.Select(static r => r.Code).Order(StringComparer.Ordinal), Rejections.All.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryCode_IsKebabCase() => Assert.All(Listed, static r => Assert.Matches(Kebab(), r.Code));

    [Fact]
    public void EveryRefusal_SaysASentenceInChinese() => Assert.All(Listed, static r => Assert.Matches(ChineseSentence(), r.Chinese));

    [Fact]
    public void EveryRefusal_SaysASentenceInEnglish() => Assert.All(Listed, static r => Assert.Matches(EnglishSentence(), r.English));

    [Fact]
    public void EverySentence_IsSaidOnce()
    {
        Assert.Equal(Listed.Length, Listed.Select(static r => r.Chinese).Distinct().Count());
        Assert.Equal(Listed.Length, Listed.Select(static r => r.English).Distinct().Count());
    }

    [Fact]
    public void Listed_NoneNamesAFieldOrValueBeforehand() =>
        Assert.All(Listed, static r => Assert.Equal((null, null), (r.Field, r.Detail)));

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$")]
    private static partial Regex Kebab();

    [GeneratedRegex(@"^\p{IsCJKUnifiedIdeographs}[\p{IsCJKUnifiedIdeographs}，、]*。$")]
    private static partial Regex ChineseSentence();

    [GeneratedRegex("^[A-Z][A-Za-z ,;']*\\.$")]
    private static partial Regex EnglishSentence();
}
