using System.Globalization;

namespace CommandCenter.Domain.Privacy;

/// <summary>The form in which a name may be shown in public: 张*三, 李*, 欧阳**.</summary>
public static class MaskedName
{
    private static readonly HashSet<string> CompoundSurnames =
    [
        "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "长孙", "宇文", "司徒", "夏侯", "端木", "独孤", "南宫", "西门",
    ];

    /// <summary>
    /// A compound surname keeps itself and hides the rest; otherwise the first character stays, and the last one
    /// too where the name has three or more. Never returns the whole name, whatever it is given.
    /// </summary>
    public static string Of(string fullName)
    {
        var characters = new StringInfo(fullName.Trim());
        var length = characters.LengthInTextElements;
        if (length <= 1)
        {
            return "*";
        }

        if (length > 2 && CompoundSurnames.Contains(characters.SubstringByTextElements(0, 2)))
        {
            return characters.SubstringByTextElements(0, 2) + new string('*', length - 2);
        }

        var first = characters.SubstringByTextElements(0, 1);
        return length == 2
            ? first + "*"
            : first + new string('*', length - 2) + characters.SubstringByTextElements(length - 1, 1);
    }
}
