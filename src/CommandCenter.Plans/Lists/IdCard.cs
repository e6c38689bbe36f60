using System.Globalization;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Plans.Lists;

/// <summary>
/// Citizen identity numbers by GB 11643-1999: six digits of area, eight of birth, three of order, one check character
/// (ISO 7064 MOD 11-2). Whether the area exists is not checked: old cards bear codes that are gone.
/// </summary>
public static class IdCard
{
    /// <summary>Characters of a number.</summary>
    public const int Length = 18;

    private const string CheckCharacters = "10X98765432";

    private static ReadOnlySpan<int> Weights => [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>Why a number cannot be right, or null. The reason never holds the number itself.</summary>
    /// <param name="number">The number, without spaces, half-width, with a capital X.</param>
    /// <param name="today">The day of the operation, which no birth comes after; null when it is not known.</param>
    public static Label? Objection(string number, DateOnly? today = null) => number switch
    {
        _ when number.Contains("E+", StringComparison.Ordinal) =>
            new("身份证号被表格当作数字，末几位已丢失；请把该列设为文本后重新填写。", "The spreadsheet took the number for a quantity and lost its last digits; make the column text and enter it again."),
        { Length: not Length } => new($"身份证号应为 {Length} 位，现为 {number.Length} 位。", $"An identity number has {Length} characters; here are {number.Length}."),
        _ when !number[..^1].All(char.IsAsciiDigit) || number[^1] is not ((>= '0' and <= '9') or 'X') =>
            new("身份证号前 17 位应为数字，末位为数字或 X。", "An identity number is 17 digits and a digit or X."),
        _ when BirthDate(number) is not { } born || born.Year < 1900 || born > today =>
            new("身份证号中的出生日期不成立。", "The date of birth in the identity number is impossible."),
        _ when CheckCharacter(number) != number[^1] =>
            new("身份证号校验码不符，请核对是否录错。", "The check character of the identity number is wrong; look for a typing mistake."),
        _ => null,
    };

    /// <summary>The check character that belongs to the first 17 digits.</summary>
    public static char CheckCharacter(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < Length - 1; i++)
        {
            sum += (digits[i] - '0') * Weights[i];
        }

        return CheckCharacters[sum % 11];
    }

    /// <summary>The date of birth in a number, or null when there is no such date.</summary>
    public static DateOnly? BirthDate(string number) =>
        DateOnly.TryParseExact(number[6..14], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>The last four characters, which the verification desk compares.</summary>
    public static string Tail(string number) => number[^4..];
}
