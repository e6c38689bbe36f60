using System.Globalization;

namespace CommandCenter.Plans;

/// <summary>Decimal numbers as lists and plans have them: exact, and one value for 75, 75.0 and 75.00.</summary>
internal static class ExactNumber
{
    // Dividing by one with 28 zeros drops trailing zeros, so that equal numbers are written the same way.
    private const decimal One = 1.0000000000000000000000000000m;

    /// <summary>Reads a sign, digits and a point; refuses more decimals than allowed.</summary>
    public static bool TryParse(string text, int decimals, out decimal number)
    {
        var read = decimal.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
        number = read ? number / One : 0m;
        return read && number.Scale <= decimals;
    }
}
