using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;

namespace Tracker.Browser.Tests;

/// <summary>Somebody says when and how to be reminded, is reminded, opens the case, and sends again what did not arrive.</summary>
public sealed class ReminderJourneyTests(DemoTracker tracker)
{
    private const string Office = "/offices/liaocheng-statistics";

    [Fact]
    public async Task From_lead_times_and_a_channel_to_the_bell_the_case_the_record_and_sending_again()
    {
        using var hook = new Hook();
        var administrator = await tracker.WindowAsync("管理");
        await administrator.GotoAsync(tracker.Address + Office + "/reminder-times/Answer");
        await administrator.GetByLabel("提前几个工作日提醒").FillAsync("4、1、0");
        await administrator.PressAsync("保存");
        await Assertions.Expect(administrator.GetByText("提前 4、1 个工作日和当日").First).ToBeVisibleAsync();
        await administrator.GotoAsync(tracker.Address + Office + "/quiet-hours");
        await AlwaysOpenAsync(administrator);
        await administrator.GotoAsync(tracker.Address + Office + "/reminder-channels");
        await administrator.Field("种类").SelectOptionAsync(new SelectOptionValue { Label = "Webhook" });
        await administrator.Field("名称").FillAsync("样例系统");
        await administrator.Field("地址").FillAsync(hook.Address);
        await administrator.GetByLabel("签名密钥").FillAsync("yangli-miyao-0000000000");
        await administrator.PressAsync("添加");
        await Assertions.Expect(administrator.GetByRole(AriaRole.Rowheader, new() { Name = "样例系统" })).ToBeVisibleAsync();

        var registrar = await tracker.WindowAsync("登记");
        await registrar.GotoAsync(tracker.Address + Office + "/today");
        var late = TimeProvider.System.GetUtcNow().AddHours(8).AddDays(-50);
        var address = await registrar.RegisterAsync("当面", ("提交日期", $"{late:yyyy-MM-dd}"));
        var number = (await registrar.Locator("h1").First.InnerTextAsync()).Split(' ')[1];
        await tracker.RunAsync("reminders", "sweep", "--demo");

        var handler = await tracker.WindowAsync("经办");
        await handler.GotoAsync(tracker.Address + Office + "/today");
        await Assertions.Expect(handler.Locator(".bell")).ToContainTextAsync("提醒");
        await handler.Locator(".bell").ClickAsync();
        await handler.GetByRole(AriaRole.Row, new() { Name = number }).GetByRole(AriaRole.Link).First.ClickAsync();
        await Assertions.Expect(handler).ToHaveURLAsync(address);

        await administrator.GotoAsync(tracker.Address + Office + "/outbox?state=Parked");
        await Assertions.Expect(administrator.Locator("tbody tr").First).ToContainTextAsync("410");
        hook.Accepts = true;
        await administrator.Locator("tbody button").First.ClickAsync();
        await administrator.SaysAsync("已经重新排队发送。");
        await WaitAsync(administrator, Office + "/outbox?state=Sent", "样例系统");

        await administrator.GotoAsync(tracker.Address + Office + "/reminders/record");
        var row = administrator.GetByRole(AriaRole.Row, new() { Name = number }).First;
        await Assertions.Expect(row).ToContainTextAsync("样例系统（Webhook）：已发出");
    }

    /// <summary>Whatever the time of day, nothing is held back.</summary>
    private static async Task AlwaysOpenAsync(IPage page)
    {
        await page.GetByLabel("从傍晚").FillAsync("");
        await page.GetByLabel("到次日早晨").FillAsync("");
        await page.PressAsync("保存");
    }

    /// <summary>What goes out goes out by itself, soon.</summary>
    private async Task WaitAsync(IPage page, string address, string text)
    {
        for (var attempt = 0; attempt < 60; attempt++)
        {
            await page.GotoAsync(tracker.Address + address);
            if (await page.GetByText(text).CountAsync() > 0)
            {
                return;
            }

            await Task.Delay(500);
        }

        Assert.Fail($"{text} never stood on {address}.");
    }

    /// <summary>The other side: it is gone at first, and there again later.</summary>
    private sealed class Hook : IDisposable
    {
        private readonly HttpListener listener = new();

        public Hook()
        {
            using var free = new TcpListener(IPAddress.Loopback, 0);
            free.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
            free.Stop();
            listener.Prefixes.Add(Address);
            listener.Start();
            _ = Task.Run(AnswerAsync);
        }

        public string Address { get; }

        public bool Accepts { get; set; }

        public void Dispose() => listener.Close();

        private async Task AnswerAsync()
        {
            while (listener.IsListening)
            {
                var context = await listener.GetContextAsync();
                context.Response.StatusCode = Accepts ? 204 : 410;
                context.Response.Close();
            }
        }
    }
}
