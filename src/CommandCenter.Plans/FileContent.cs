using System.Text;

namespace CommandCenter.Plans;

/// <summary>Loads files so that whatever is wrong with them is a fault.</summary>
internal static class FileContent
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The bytes of a file up to <see cref="PlanFolder.MaxFileSize"/>; null after a fault.</summary>
    public static byte[]? Load(string path, Faults faults)
    {
        var name = Path.GetFileName(path);
        try
        {
            using var stream = File.OpenRead(path);
            if (stream.Length <= PlanFolder.MaxFileSize)
            {
                var content = new byte[stream.Length];
                stream.ReadExactly(content);
                return content;
            }

            var limit = PlanFolder.MaxFileSize / 1024 / 1024;
            faults.Add(new(name), $"文件过大，最多 {limit} MB。", $"The file is too large; at most {limit} MB.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults.Add(
                new(name), "文件无法读取，请检查它是否存在、有无权限、是否被占用。",
                "The file cannot be read; check that it exists, its permissions, and whether it is in use.");
        }

        return null;
    }

    /// <summary>The text of a file in UTF-8, with or without mark; null after a fault.</summary>
    public static string? Text(string name, byte[] content, Faults faults)
    {
        try
        {
            return Strict.GetString(content).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            faults.Add(new(name), "文件编码应为 UTF-8。", "The file must be in UTF-8.");
            return null;
        }
    }
}
