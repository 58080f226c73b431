using System.Security.Cryptography;

namespace Tracker.EventStore.Sealing;

/// <summary>Where the master key comes from: a variable if it is set, else a file.</summary>
/// <param name="Variable">The value of TRACKER_MASTER_KEY: 32 bytes in base64 or hexadecimal, or nothing.</param>
/// <param name="File">The file that holds the key, base64.</param>
public sealed record MasterKeySource(string? Variable, string File)
{
    /// <summary>The name of the variable.</summary>
    public const string VariableName = "TRACKER_MASTER_KEY";

    /// <summary>The name of the variable that holds the key which shall replace it.</summary>
    public const string NextVariableName = "TRACKER_NEW_MASTER_KEY";

    /// <summary>Where a person should look.</summary>
    public string Where => Variable is null ? File : $"环境变量 {VariableName}";

    /// <summary>The key, or none if there is neither variable nor file.</summary>
    /// <exception cref="BookException">What is there is not a key.</exception>
    internal byte[]? Read() => Variable is not null ? Decode(Variable)
        : System.IO.File.Exists(File) ? Decode(System.IO.File.ReadAllText(File))
        : null;

    /// <summary>The key that is about to replace the file's; none if there is none, or one whose writing was cut off.</summary>
    internal byte[]? ReadNext() =>
        Variable is null && System.IO.File.Exists(NextFile) ? TryDecode(System.IO.File.ReadAllText(NextFile)) : null;

    /// <summary>Makes a new key in the file, readable by its owner only.</summary>
    internal byte[] Make() => Make(File);

    /// <summary>Makes the key that will replace the file's. What an earlier attempt left behind was never used.</summary>
    internal byte[] MakeNext()
    {
        System.IO.File.Delete(NextFile);
        return Make(NextFile);
    }

    /// <summary>
    /// Puts the new key in place; does nothing if another process has done so. The old key is kept beside it, for backups made
    /// under it.
    /// </summary>
    internal void Replace()
    {
        try
        {
            if (System.IO.File.Exists(NextFile) && System.IO.File.Exists(File))
            {
                System.IO.File.Copy(File, Enumerable.Range(1, int.MaxValue).Select(OldFile).First(file => !System.IO.File.Exists(file)));
            }

            System.IO.File.Move(NextFile, File, overwrite: true); // there is a key under the file's name at every moment
        }
        catch (FileNotFoundException)
        {
            // the other process was faster
        }
    }

    private string OldFile(int number) => $"{File}.old-{number}";

    private string NextFile => $"{File}.next";

    private static byte[] Make(string file)
    {
        var key = RandomNumberGenerator.GetBytes(Aes256.KeyBytes);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        using var stream = new FileStream(file, options);
        using var writer = new StreamWriter(stream);
        writer.WriteLine(Convert.ToBase64String(key));
        writer.Flush();
        stream.Flush(flushToDisk: true);
        return key;
    }

    private byte[] Decode(string text) =>
        TryDecode(text) ?? throw new BookException($"{Where} 中的主密钥格式不对：应为 32 字节的 base64 或十六进制。");

    private static byte[]? TryDecode(string text)
    {
        text = text.Trim();
        var key = new byte[Aes256.KeyBytes];
        var read = text.Length == 2 * Aes256.KeyBytes && text.All(char.IsAsciiHexDigit)
            ? Convert.FromHexString(text)
            : Convert.TryFromBase64String(text, key, out var bytes) ? key[..bytes] : [];
        return read.Length == Aes256.KeyBytes ? read : null;
    }
}
