using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Tracker.Web.Pages.Offices.Requests.Documents;

/// <summary>The form of a file as it arrives: its short fields, which come first, and the file, of which nothing was read yet.</summary>
internal sealed record DocumentUpload(FormCollection Fields, string? FileName, Stream Content)
{
    private const int MostFields = 8;
    private const int LongestField = 4096;

    /// <summary>None if it is no such form.</summary>
    /// <exception cref="IOException">It ended before its end.</exception>
    public static async Task<DocumentUpload?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 70 } boundary)
        {
            return null;
        }

        var fields = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        var reader = new MultipartReader(boundary.ToString(), request.Body);
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
            {
                return null;
            }

            if (disposition.IsFileDisposition())
            {
                return new(new(fields), NameIn(disposition), section.Body);
            }

            if (fields.Count == MostFields || await ShortTextAsync(section.Body, cancellationToken) is not { } text)
            {
                return null;
            }

            fields[HeaderUtilities.RemoveQuotes(disposition.Name).ToString()] = text;
        }

        return new(new(fields), FileName: null, Stream.Null);
    }

    private static string NameIn(ContentDispositionHeaderValue disposition) =>
        (StringSegment.IsNullOrEmpty(disposition.FileNameStar) ? HeaderUtilities.RemoveQuotes(disposition.FileName) : disposition.FileNameStar).ToString();

    private static async Task<string?> ShortTextAsync(Stream content, CancellationToken cancellationToken)
    {
        var bytes = new byte[LongestField + 1];
        var length = await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return length > LongestField ? null : Encoding.UTF8.GetString(bytes, 0, length);
    }
}
