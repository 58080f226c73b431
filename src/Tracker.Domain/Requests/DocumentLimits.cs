namespace Tracker.Domain.Requests;

/// <summary>How large 附件 may be, in bytes of the clear content.</summary>
public static class DocumentLimits
{
    public const long PerDocument = 20 * Megabyte;

    public const long PerCase = 200 * Megabyte;

    /// <summary>文件名, in characters.</summary>
    public const int Name = 200;

    private const long Megabyte = 1024 * 1024;
}
