using System.Net;
using System.Security.Cryptography;
using Tracker.Web.Accounts;
using Tracker.Web.Tests.Pages.Acts;
using static Tracker.Web.Tests.Pages.Documents.DocumentPages;

namespace Tracker.Web.Tests.Pages.Documents;

/// <summary>附件 through their pages: what is taken, what is not, and that a file is nobody's but its case's.</summary>
public sealed class DocumentPagesTests(OneTracker one) : IClassFixture<OneTracker>
{
    private const string NotAccepted = "不接受这种文件。可以添加 PDF、JPEG、PNG、TIFF、DOCX、XLSX、DOC、XLS、OFD、TXT；压缩包请解压以后逐个添加。";
    private const string TooLarge = "文件太大，没有保存：每个附件不能超过 20 MB。";

    [Fact]
    public async Task A_file_is_added_listed_downloaded_byte_for_byte_and_removed()
    {
        using var browser = one.Tracker.Browser();
        var (id, other) = (await ThePage.RegisterAsync(browser), await ThePage.RegisterAsync(browser));
        await browser.FollowAsync(await browser.FillInAsync(ThePage.Of(id, "withdrawal"), ("Form.Statement", "甲"))); // late scans come to closed cases
        byte[] content = [.. Pdf(), .. RandomNumberGenerator.GetBytes(200_000)];
        var page = await browser.PageAsync(Add(id));

        var listed = await browser.FollowAsync(await browser.UploadAsync(id, page, "filename=\"样例扫描件.pdf\"", content));
        using var again = await browser.UploadAsync(id, page, "filename=\"样例扫描件.pdf\"", content);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        using var another = await browser.UploadAsync(id, page, "filename=\"另一份.pdf\"", Pdf("另一份"));
        Assert.Equal("这一页已经添加过另一个文件，这一个没有保存；请重新选择文件，再提交一次。", (await Browsing.PageOfAsync(another)).Text("[data-valmsg-for='Form.File']"));
        using var same = await browser.UploadAsync(id, "改了名.pdf", content);
        Assert.Equal("2026年3月10日已经添加过内容相同的文件，没有重复保存。", (await Browsing.PageOfAsync(same)).Text("[data-valmsg-for='Form.File']"));

        Assert.Equal("已添加附件。", listed.Text(".banner"));
        Assert.Equal(
            ["样例扫描件.pdf", "PDF", "196 KB", "2026-03-10 09:00 测试员"],
            listed.QuerySelectorAll("#documents + table tbody td").Take(4).Select(cell => cell.TextContent.Trim()));
        Assert.Contains("添加附件（PDF，196 KB）。", listed.Text(".timeline"));
        var added = Assert.Single((await one.Tracker.StreamAsync(id)).State.Documents);
        Assert.Equal(content.Length, added.Size);
        var address = listed.QuerySelector("#documents + table a")!.GetAttribute("href")!;
        Assert.Equal(ThePage.Of(id, $"documents/{added.Document}"), address);

        using var download = await browser.GetAsync(address);
        Assert.Equal(content, await download.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/pdf", download.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment", download.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("样例扫描件.pdf", download.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", download.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(download.Headers.CacheControl!.NoStore);
        await NotFoundAsync(browser, ThePage.Of(other, $"documents/{added.Document}"));
        await NotFoundAsync(browser, ThePage.Of(id, $"documents/{Guid.NewGuid()}"));

        var removal = ThePage.Of(id, "document-removal");
        using var unsaid = await browser.FillInAsync(removal);
        Assert.Equal("请写明移除的理由。", (await Browsing.PageOfAsync(unsaid)).Text("[data-valmsg-for='Form.Reason']"));
        var removed = await browser.FollowAsync(await browser.FillInAsync(removal, ("Form.Reason", "放错了申请")));
        Assert.Equal("已移除附件。", removed.Text(".banner"));
        Assert.Contains("移除附件，内容已删除。", removed.Text(".timeline"));
        Assert.Contains("还没有附件。", removed.Body!.TextContent);
        await NotFoundAsync(browser, address);
        await using var counting = one.Tracker.Owner.CreateCommand($"select count(*) from document_chunks where case_id = '{id}'");
        Assert.Equal(0L, await counting.ExecuteScalarAsync());
    }

    [Fact]
    public async Task What_is_no_document_is_refused_at_its_field_and_nothing_is_kept()
    {
        using var browser = one.Tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);
        (string FileName, byte[] Content, string Sentence)[] wrong =
        [
            ("filename=\"\"", [], "请选择文件。"),
            ("filename=\"a.svg\"", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray(), NotAccepted),
            ("filename=\"a.html\"", "<html></html>"u8.ToArray(), NotAccepted),
            ("filename=\"a.zip\"", "PK\u0003\u0004"u8.ToArray(), NotAccepted),
            ("filename=\"a.pdf\"", "<html><script>alert(1)</script></html>"u8.ToArray(), "文件的内容不是 PDF，与文件名不符，没有保存；请用原来的程序另存后再添加。"),
            ("filename=\"a.png\"", "<svg onload='alert(1)'/>"u8.ToArray(), "文件的内容不是 PNG，与文件名不符，没有保存；请用原来的程序另存后再添加。"),
            ("filename=\"a.txt\"", "<!doctype html>"u8.ToArray(), "文件的内容不是 TXT，与文件名不符，没有保存；请用原来的程序另存后再添加。"),
            ("filename=\"a.pdf\"", [], "文件是空的，没有保存。"),
            ("filename*=UTF-8''a%0D%0ASet-Cookie%3A%20x%3D1.pdf", Pdf(), "文件名中有控制字符、不可见字符或者改变书写方向的字符，没有保存；请改名后再添加。"),
            ("filename=\"a\u202Efdp.pdf\"", Pdf(), "文件名中有控制字符、不可见字符或者改变书写方向的字符，没有保存；请改名后再添加。"),
            ($"filename=\"{new string('甲', 200)}.pdf\"", Pdf(), "文件名不能超过 200 个字，请改名后再添加。"),
        ];
        foreach (var (fileName, content, sentence) in wrong)
        {
            using var refused = await browser.UploadAsync(id, await browser.PageAsync(Add(id)), fileName, content);

            Assert.Equal((fileName, HttpStatusCode.UnprocessableEntity), (fileName, refused.StatusCode));
            var page = await Browsing.PageOfAsync(refused);
            Assert.Equal(sentence, page.Text("[data-valmsg-for='Form.File']"));
            Assert.Contains(sentence, page.Text(".errors"));
        }

        Assert.Equal(1, (await one.Tracker.StreamAsync(id)).Version);
        await using var counting = one.Tracker.Owner.CreateCommand($"select count(*) from document_chunks where case_id = '{id}'");
        Assert.Equal(0L, await counting.ExecuteScalarAsync());
    }

    [Fact]
    public async Task A_name_is_only_a_name_on_the_page_and_in_the_header()
    {
        using var browser = one.Tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);
        (string FileName, string Kept)[] names =
        [
            ("filename=\"../x.pdf\"", "x.pdf"),
            (@"filename=""C:\样例\y.pdf""", "y.pdf"),
            ("filename=\"<script>alert(1)<b>.pdf\"", "<script>alert(1)<b>.pdf"),
            ("filename*=UTF-8''%22%3B%20filename%3D%22z.html%22%3B%20%E7%94%B2.pdf", "\"; filename=\"z.html\"; 甲.pdf"),
        ];
        foreach (var (fileName, kept) in names)
        {
            var listed = await browser.FollowAsync(await browser.UploadAsync(id, await browser.PageAsync(Add(id)), fileName, Pdf(kept)));
            var row = listed.QuerySelectorAll("#documents + table tbody tr")[^1];
            Assert.Equal(kept, row.QuerySelector("td")!.TextContent);

            using var download = await browser.GetAsync(row.QuerySelector("a")!.GetAttribute("href"));
            Assert.Equal(kept, download.Content.Headers.ContentDisposition!.FileNameStar);
            Assert.Equal(["filename", "filename*"], download.Content.Headers.ContentDisposition.Parameters.Select(part => part.Name));
            Assert.Equal(Pdf(kept), await download.Content.ReadAsByteArrayAsync());
        }

        Assert.Empty((await browser.PageAsync(ThePage.Of(id))).QuerySelectorAll("script:not([src='/tracker.js'])"));
    }

    [Fact]
    public async Task Beyond_the_limit_it_is_told_so_and_read_no_further()
    {
        using var browser = one.Tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);
        var head = Head(await browser.PageAsync(Add(id)), "filename=\"a.pdf\"");

        foreach (var (announced, readAtMost) in new[] { (true, 1 << 20), (false, 22 << 20) })
        {
            using var body = Typed(new Endless([.. head, .. Pdf()], length: 1L << 30, announced));
            using var request = new HttpRequestMessage(HttpMethod.Post, Add(id)) { Content = body };
            using var refused = await browser.SendAsync(request);

            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
            Assert.Equal(TooLarge, (await Browsing.PageOfAsync(refused)).Text("[data-valmsg-for='Form.File']"));
            Assert.InRange(body.Written, 0, readAtMost);
        }

        Assert.Equal(1, (await one.Tracker.StreamAsync(id)).Version);
    }

    [Fact]
    public async Task Without_the_page_s_token_before_the_file_or_cut_short_nothing_is_kept()
    {
        using var browser = one.Tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);
        var page = await browser.PageAsync(Add(id));
        byte[] file = [.. File("filename=\"a.pdf\""), .. Pdf(), .. "\r\n"u8];
        var command = Field("CommandId", Value(page, "CommandId"));
        byte[][] forms =
        [
            [.. command, .. file, .. End],
            [.. Field("__RequestVerificationToken", "forged"), .. command, .. file, .. End],
            [.. file, .. Field("__RequestVerificationToken", Value(page)), .. command, .. End],
            [.. Field("__RequestVerificationToken", Value(page)), .. file, .. End],
            [.. Field("__RequestVerificationToken", new string('x', 100_000)), .. command, .. file, .. End],
        ];
        foreach (var form in forms)
        {
            using var body = Form(form);
            using var refused = await browser.PostAsync(Add(id), body);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        using var half = Form([.. Head(page, "filename=\"a.pdf\""), .. Pdf(new string('x', 100_000))]);
        using var cut = await browser.PostAsync(Add(id), half);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, cut.StatusCode);
        Assert.Equal("文件没有收全，没有保存；请重新选择文件，再提交一次。", (await Browsing.PageOfAsync(cut)).Text("[data-valmsg-for='Form.File']"));
        Assert.Equal(1, (await one.Tracker.StreamAsync(id)).Version);
    }

    [Fact]
    public async Task Who_only_reads_sees_that_it_is_there_and_neither_adds_nor_opens_it()
    {
        using var everybody = one.Tracker.Browser();
        var id = await ThePage.RegisterAsync(everybody);
        await everybody.FollowAsync(await everybody.UploadAsync(id, "样例.pdf", Pdf()));
        using var reader = one.Tracker.Browser(await one.Tracker.NewAccountAsync([new(TestTracker.Office, Role.Supervisor)]));

        var page = await reader.PageAsync(ThePage.Of(id));

        Assert.Contains("样例.pdf", page.Text("#documents + table"));
        Assert.Empty(page.QuerySelectorAll("#documents + table a, a[href$=document]"));
    }

    [Fact]
    public async Task After_the_session_ended_a_file_is_not_kept_and_it_says_so()
    {
        using var nobody = one.Tracker.Browser(account: null);
        using var body = Form([.. Field("CommandId", "x"), .. File("filename=\"a.pdf\""), .. Pdf("样例秘密"), .. End]);

        using var ended = await nobody.PostAsync(Add(Guid.NewGuid()), body);

        Assert.Equal(HttpStatusCode.Unauthorized, ended.StatusCode);
        var page = await Browsing.PageOfAsync(ended);
        Assert.Contains("选择的文件没有保留", page.Body!.TextContent);
        Assert.Empty(page.QuerySelectorAll("main form"));
    }

    private static async Task NotFoundAsync(HttpClient browser, string address)
    {
        using var response = await browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    /// <summary>A body that would go on and on, and counts how much of it was asked for.</summary>
    private sealed class Endless(byte[] head, long length, bool announced) : HttpContent
    {
        public long Written { get; private set; }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var block = new byte[8192];
            try
            {
                await stream.WriteAsync(head);
                while (Written < length)
                {
                    await stream.WriteAsync(block);
                    await stream.FlushAsync();
                    Written += block.Length;
                }
            }
            catch (Exception fault) when (fault is IOException or InvalidOperationException or OperationCanceledException)
            {
                // nobody listens any more
            }
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return announced;
        }
    }
}
