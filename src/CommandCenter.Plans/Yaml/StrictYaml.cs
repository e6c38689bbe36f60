using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace CommandCenter.Plans.Yaml;

/// <summary>
/// Reads YAML so that a typing mistake cannot pass: unknown keys, missing keys, wrong kinds and values out of range are all
/// faults with line and column, and reading goes on to the next one. Serves plans, playbooks and scenarios.
/// </summary>
public static class StrictYaml
{
    /// <summary>The deepest nesting that is read; more is a mistake or an attack.</summary>
    public const int MaxDepth = 32;

    /// <summary>Reads a whole file whose top is a mapping.</summary>
    /// <param name="file">Its name, for the faults.</param>
    /// <param name="text">Its content.</param>
    /// <param name="faults">Takes everything that is wrong.</param>
    /// <param name="read">Turns the top mapping into a value; keys that it does not ask for are unknown keys.</param>
    /// <returns>The value, or null when this file had any fault.</returns>
    public static T? Read<T>(string file, string text, Faults faults, Func<YamlMap, T> read)
        where T : class
    {
        var before = faults.Count;
        var value = ReadInPart(file, text, faults, read);
        return faults.Count == before ? value : null;
    }

    /// <summary>Reads a file from disk in the same way; one that is missing, unreadable or too large is a fault too.</summary>
    public static T? ReadFile<T>(string path, Faults faults, Func<YamlMap, T> read)
        where T : class
    {
        var name = Path.GetFileName(path);
        return FileContent.Load(path, faults) is { } content && FileContent.Text(name, content, faults) is { } text
            ? Read(name, text, faults, read)
            : null;
    }

    /// <summary>Like <see cref="Read"/>, but gives what could be read; null only where the YAML itself is broken.</summary>
    internal static T? ReadInPart<T>(string file, string text, Faults faults, Func<YamlMap, T> read)
        where T : class
    {
        if (Parse(file, text, faults) is not { } top)
        {
            return null;
        }

        var map = new YamlMap(top, file, "", faults);
        var value = read(map);
        map.Close();
        return value;
    }

    private static YamlMappingNode? Parse(string file, string text, Faults faults)
    {
        var reached = Mark.Empty;
        try
        {
            CheckShape(text, ref reached);
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents is [{ RootNode: YamlMappingNode top }])
            {
                return top;
            }

            faults.Add(
                new(file), "文件应为一个由“键: 值”组成的 YAML 文档。", "The file must be one YAML document made of 'key: value' lines.");
        }
        catch (YamlException e)
        {
            NoteBroken(file, text, e.Start, e.Message, faults);
        }
        catch (Exception)
        {
            // The scanner answers some broken text with exceptions of any type; what was reached says where.
            NoteBroken(file, text, reached, "Unexpected text", faults);
        }

        return null;
    }

    private static void NoteBroken(string file, string text, Mark at, string detail, Faults faults)
    {
        var last = text.TrimEnd().AsSpan().Count('\n') + 1;
        faults.Add(
            new(file, (int)Math.Min(at.Line, last), $"{at.Column}"),
            "此处 YAML 格式有误，请检查缩进（只用空格）、引号、括号、冒号后的空格以及重复的键。",
            $"The YAML is broken here: {detail.TrimEnd('.')}. Look at indentation (spaces only), quotation marks, brackets, the space after colons, and keys that occur twice.");
    }

    // The parser walks without recursion, the loader does not: depth is checked before anything is loaded.
    private static void CheckShape(string text, ref Mark reached)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            var current = parser.Current!;
            reached = current.End;
            depth += current.NestingIncrease;
            if (depth > MaxDepth)
            {
                throw new YamlException(current.Start, current.End, $"Nesting deeper than {MaxDepth}.");
            }

            if (current is AnchorAlias)
            {
                throw new YamlException(current.Start, current.End, "Aliases (*name) are not used here.");
            }
        }
    }
}
