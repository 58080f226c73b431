using Tracker.Domain.Requests;

namespace Tracker.Web.Wording;

/// <summary>Words about 附件.</summary>
public static class DocumentWords
{
    private const long Kilobyte = 1024;
    private const long Megabyte = 1024 * Kilobyte;

    public static string Of(DocumentType type) => type switch
    {
        DocumentType.Pdf => "PDF",
        DocumentType.Jpeg => "JPEG",
        DocumentType.Png => "PNG",
        DocumentType.Tiff => "TIFF",
        DocumentType.Docx => "DOCX",
        DocumentType.Xlsx => "XLSX",
        DocumentType.Doc => "DOC",
        DocumentType.Xls => "XLS",
        DocumentType.Ofd => "OFD",
        DocumentType.Text => "TXT",
    };

    /// <summary>As which a browser is given it, whatever it was sent as.</summary>
    public static string MediaType(DocumentType type) => type switch
    {
        DocumentType.Pdf => "application/pdf",
        DocumentType.Jpeg => "image/jpeg",
        DocumentType.Png => "image/png",
        DocumentType.Tiff => "image/tiff",
        DocumentType.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        DocumentType.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        DocumentType.Doc => "application/msword",
        DocumentType.Xls => "application/vnd.ms-excel",
        DocumentType.Ofd => "application/ofd",
        DocumentType.Text => "text/plain",
    };

    /// <summary>PDF、JPEG、…</summary>
    public static string Accepted => string.Join('、', Enum.GetValues<DocumentType>().Select(Of));

    /// <summary>12 KB, 1.5 MB</summary>
    public static string Size(long bytes) => bytes < Megabyte
        ? $"{(bytes + Kilobyte - 1) / Kilobyte} KB"
        : $"{(double)bytes / Megabyte:0.#} MB";
}
