namespace CommandCenter.Domain;

/// <summary>What numbers and choices in a command must satisfy, said in one place.</summary>
public static class ValueRule
{
    /// <summary>Refuses a choice that does not exist, naming the field; a missing one is good.</summary>
    public static Rejection? Defined<T>(T? value, string field)
        where T : struct, Enum =>
        value is { } given && !Enum.IsDefined(given) ? Rejections.OutOfRange.For(field) : null;

    /// <summary>Refuses a number outside a range, both ends included, naming the field and the range.</summary>
    public static Rejection? Between(decimal value, decimal least, decimal most, string field) =>
        value < least || value > most ? Rejections.OutOfRange.For(field, $"{least}–{most}") : null;
}
