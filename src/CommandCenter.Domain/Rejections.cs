using System.Collections.Frozen;
using System.Reflection;

namespace CommandCenter.Domain;

/// <summary>Every refusal there is, with its stable code and its sentence in both languages.</summary>
public static partial class Rejections
{
    // Input: the command itself is at fault, and names the field.

    /// <summary>A value is missing.</summary>
    public static readonly Rejection Required = Input("required", "此项必填。", "This is required.");

    /// <summary>A text is too long; detail is the limit.</summary>
    public static readonly Rejection TextTooLong = Input("text-too-long", "文字过长。", "The text is too long.");

    /// <summary>A number is out of range; detail is the range.</summary>
    public static readonly Rejection OutOfRange = Input("out-of-range", "数值超出范围。", "The value is out of range.");

    /// <summary>A moment lies in the past.</summary>
    public static readonly Rejection InThePast = Input("in-the-past", "时间已经过去。", "The time is in the past.");

    /// <summary>The plan or list has no such id; detail is the id.</summary>
    public static readonly Rejection NotFound = Input("not-found", "找不到这个编号。", "There is no such id.");

    /// <summary>A list names something twice; detail is what.</summary>
    public static readonly Rejection Duplicate = Input("duplicate", "重复。", "It occurs twice.");

    /// <summary>The grain does not know such a command.</summary>
    public static readonly Rejection UnknownCommand = Input("unknown-command", "这里不能做这个操作。", "This cannot be done here.");

    /// <summary>The command id was used for something else before.</summary>
    public static readonly Rejection CommandIdReused = Input("command-id-reused", "这个请求编号已用于另一项操作。", "The command id was used for something else before.");

    /// <summary>All refusals, by code.</summary>
    public static IReadOnlyDictionary<string, Rejection> All => Listed.ByCode;

    private static Rejection Input(string code, string chinese, string english) => new(code, chinese, english) { IsInput = true };

    private static Rejection Rule(string code, string chinese, string english) => new(code, chinese, english);

    // Apart, so that the refusals of all files are there before they are listed.
    private static class Listed
    {
        public static readonly FrozenDictionary<string, Rejection> ByCode = typeof(Rejections)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(static f => f.FieldType == typeof(Rejection))
            .Select(static f => (Rejection)f.GetValue(null)!)
            .ToFrozenDictionary(static r => r.Code);
    }
}
