using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Dom;

namespace Tracker.Web.Tests.Pages.Documents;

/// <summary>Sends a file as a browser does: the short fields first, names in raw UTF-8.</summary>
internal static class DocumentPages
{
    private const string Boundary = "----7f0a1c";

    /// <summary>A file that begins as a PDF does.</summary>
    public static byte[] Pdf(string rest = "") => [.. "%PDF-1.7\n"u8, .. Encoding.UTF8.GetBytes(rest)];

    public static string Add(Guid id) => ThePage.Of(id, "document");

    /// <summary>Opens the page and sends a file from it.</summary>
    public static async Task<HttpResponseMessage> UploadAsync(this HttpClient browser, Guid id, string name, byte[] content) =>
        await browser.UploadAsync(id, await browser.PageAsync(Add(id)), $"filename=\"{name}\"", content);

    /// <summary>Sends a file from a page that was opened.</summary>
    public static async Task<HttpResponseMessage> UploadAsync(this HttpClient browser, Guid id, IHtmlDocument page, string fileName, byte[] content)
    {
        using var body = Form([.. Head(page, fileName), .. content, .. End]);
        return await browser.PostAsync(Add(id), body);
    }

    /// <summary>Everything before the file's first byte.</summary>
    public static byte[] Head(IHtmlDocument page, string fileName) =>
        [.. Field("__RequestVerificationToken", Value(page)), .. Field("CommandId", Value(page, "CommandId")), .. File(fileName)];

    public static byte[] File(string fileName) => Encoding.UTF8.GetBytes(
        $"--{Boundary}\r\nContent-Disposition: form-data; name=\"Form.File\"; {fileName}\r\nContent-Type: text/html\r\n\r\n");

    public static byte[] Field(string name, string value) => Encoding.UTF8.GetBytes(
        $"--{Boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");

    public static byte[] End => Encoding.UTF8.GetBytes($"\r\n--{Boundary}--\r\n");

    public static ByteArrayContent Form(byte[] body) => Typed(new ByteArrayContent(body));

    public static T Typed<T>(T body)
        where T : HttpContent
    {
        body.Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/form-data; boundary={Boundary}");
        return body;
    }

    public static string Value(IHtmlDocument page, string name = "__RequestVerificationToken") =>
        page.QuerySelector($"main input[name='{name}']")!.GetAttribute("value")!;

}
