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

    /// <summary>A text put together by a policy, cut to the limit with an ellipsis; whole characters only.</summary>
    public static string Clip(string text, int maxLength)
    {
        if (text.Length <= maxLength)
        {
            return text;
        }

        var kept = char.IsHighSurrogate(text[maxLength - 2]) ? maxLength - 2 : maxLength - 1;
        return $"{text[..kept]}…";
    }
}
