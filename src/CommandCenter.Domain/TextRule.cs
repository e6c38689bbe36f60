namespace CommandCenter.Domain;

/// <summary>What every free text must satisfy, said in one place.</summary>
public static class TextRule
{
    /// <summary>Refuses a missing, blank or overlong text, naming the field; null when the text is good.</summary>
    public static Rejection? Check(string? text, string field, int maxLength) =>
        string.IsNullOrWhiteSpace(text) ? Rejections.Required.For(field)
        : text.Length > maxLength ? Rejections.TextTooLong.For(field, $"{maxLength}")
        : null;

    /// <summary>Like <see cref="Check"/>, where the text may be missing.</summary>
    public static Rejection? CheckOptional(string? text, string field, int maxLength) =>
        text is null ? null : Check(text, field, maxLength);
}
