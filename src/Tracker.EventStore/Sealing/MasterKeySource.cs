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

    /// <summary>Which variable it is.</summary>
    public string Name { get; init; } = VariableName;

    /// <summary>Where a person should look.</summary>
    public string Where => Variable is null ? File : $"环境变量 {Name}";

    /// <summary>The key, or none if there is neither variable nor file.</summary>
    /// <exception cref="BookException">What is there is not a key.</exception>
    internal byte[]? Read() => Variable is not null ? Decode(Variable)
        : System.IO.File.Exists(File) ? Decode(System.IO.File.ReadAllText(File))
        : null;

    /// <summary>The key that is about to replace the file's under this name; none if there is none, or one whose writing was cut off.</summary>
    internal byte[]? ReadNext(Guid id) =>
        Variable is null && System.IO.File.Exists(NextFile(id)) ? TryDecode(System.IO.File.ReadAllText(NextFile(id))) : null;

    /// <summary>Makes a new key in the file, readable by its owner only.</summary>
    internal byte[] Make() => Make(File);

    /// <summary>
    /// Makes the key that will replace the file's. It stands beside it under its own name, so that of two replacements neither can
    /// take the other's key for its own.
    /// </summary>
    internal byte[] MakeNext(Guid id) => Make(NextFile(id));

    /// <summary>Removes keys that were made to replace the file's and never came into use. The caller keeps other replacements out.</summary>
    /// <param name="inUse">The key the database belongs to.</param>
    internal void RemoveUnusedNext(Guid inUse)
    {
        var file = Path.GetFullPath(File);
        foreach (var left in Directory.EnumerateFiles(Path.GetDirectoryName(file)!, $"{Path.GetFileName(file)}.next-*"))
        {
            if (left != Path.GetFullPath(NextFile(inUse)))
            {
                System.IO.File.Delete(left);
            }
        }
    }

    /// <summary>
    /// Puts the new key in place; does nothing if another process has done so. The old key is kept beside it, for backups made
    /// under it. Answers false where the file cannot be replaced, being mounted for instance: the new key then stays beside it, and is
    /// found there.
    /// </summary>
    internal bool Replace(Guid id)
    {
        try
        {
            if (System.IO.File.Exists(NextFile(id)) && System.IO.File.Exists(File))
            {
                KeepOld();
            }

            System.IO.File.Move(NextFile(id), File, overwrite: true); // there is a key under the file's name at every moment
            Folder.FlushOf(File);
            return true;
        }
        catch (FileNotFoundException)
        {
            return true; // the other process was faster
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Where the key of this name stands until it is put in place.</summary>
    internal string NextFile(Guid id) => $"{File}.next-{id:N}";

    private void KeepOld()
    {
        var old = System.IO.File.ReadAllText(File);
        for (var number = 1; ; number++)
        {
            var kept = $"{File}.old-{number}";
            if (!System.IO.File.Exists(kept))
            {
                System.IO.File.Copy(File, kept);
                return;
            }

            if (System.IO.File.ReadAllText(kept) == old)
            {
                return; // by an attempt that got no further
            }
        }
    }

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
        using (var stream = new FileStream(file, options))
        {
            using var writer = new StreamWriter(stream);
            writer.WriteLine(Convert.ToBase64String(key));
            writer.Flush();
            stream.Flush(flushToDisk: true);
        }

        Folder.FlushOf(file);
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
