using System.Globalization;
using System.Text;

namespace CommandCenter.Plans.Samples;

/// <summary>Writes the sample's lists as CSV: UTF-8 with a mark, so that Excel shows the Chinese, and line feeds.</summary>
internal static class SampleCsv
{
    private static readonly UTF8Encoding Marked = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>One row a member; what belongs to the household stands in its first row.</summary>
    public static byte[] Households(IEnumerable<SampleHousehold> households)
    {
        var text = new StringBuilder("户号,人口,姓名,与户主关系,身份证号,是否新增,二胎,结转差价,代理人,代理人身份证号,优先原因\n");
        foreach (var household in households)
        {
            foreach (var (person, index) in household.Members.Select(static (p, i) => (p, i)))
            {
                var shared = index == 0 ? Shared(household) : ",,,,";
                var people = index == 0 ? $"{household.Members.Count}" : "";
                Line(text, $"{household.Number},{people},{person.Name},{person.Relation},{person.IdNumber},{YesNo(person.Added)},{shared}");
            }
        }

        return Bytes(text);
    }

    /// <summary>One row a flat.</summary>
    public static byte[] Units(IEnumerable<SampleUnit> units)
    {
        var text = new StringBuilder("楼栋,楼层,房号,户型,建筑面积,朝向\n");
        foreach (var unit in units)
        {
            Line(text, $"{unit.Building},{unit.Floor},{unit.Room},{unit.Type}㎡,{unit.Area:F2},{unit.Facing}");
        }

        return Bytes(text);
    }

    private static string Shared(SampleHousehold h) => string.Create(
        CultureInfo.InvariantCulture, $"{YesNo(h.SecondChild)},{h.Carried:F2},{h.Proxy?.Name},{h.Proxy?.IdNumber},{h.Priority}");

    private static string YesNo(bool value) => value ? "是" : "否";

    private static void Line(StringBuilder text, FormattableString line) => text.Append(FormattableString.Invariant(line)).Append('\n');

    private static byte[] Bytes(StringBuilder text) => [.. Marked.Preamble, .. Marked.GetBytes(text.ToString())];
}
