using System.Xml.Linq;

namespace CommandCenter.Server.Tests.Screens;

public sealed class TextTests
{
    [Fact]
    public void BothLanguages_HaveTheSameKeys_InOrder()
    {
        var (chinese, english) = (Keys("Screens.resx"), Keys("Screens.en.resx"));

        Assert.Equal(chinese, english);
        Assert.Equal(chinese.Order(StringComparer.Ordinal), chinese);
        Assert.Equal(chinese.Distinct(), chinese);
    }

    private static List<string> Keys(string file) =>
        [.. XDocument.Load(Path.Combine(Checkout.Root, "src", "CommandCenter.Server", "Resources", file)).Root!.Elements("data").Select(static d => d.Attribute("name")!.Value)];
}
