using Microsoft.Playwright;

namespace Tracker.Browser.Tests;

/// <summary>What a person does on any page.</summary>
internal static class Walking
{
    public static async Task SignInAsync(this IPage page, string address, string name, string password)
    {
        await page.GotoAsync(address + "/sign-in");
        await page.GetByLabel("账号", new() { Exact = true }).FillAsync(name);
        await page.GetByLabel("密码", new() { Exact = true }).FillAsync(password);
        await page.PressAsync("登录");
    }

    public static Task PressAsync(this IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public static Task OpenAsync(this IPage page, string link) => page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();

    public static ILocator Field(this IPage page, string label) => page.GetByLabel(label, new() { Exact = true });

    /// <summary>Opens an act of the case, fills it in, saves it, and reads what the banner says.</summary>
    public static async Task ActAsync(this IPage page, string act, string banner, string save = "保存", params (string Label, string Text)[] typed)
    {
        await page.OpenAsync(act);
        foreach (var (label, text) in typed)
        {
            await page.Field(label).FillAsync(text);
        }

        await page.PressAsync(save);
        await page.SaysAsync(banner);
    }

    public static Task SaysAsync(this IPage page, string banner) => Assertions.Expect(page.Locator(".banner")).ToContainTextAsync(banner);

    /// <summary>Registers a request of one way of arrival, from the menu on, and returns the address of its case.</summary>
    public static async Task<string> RegisterAsync(this IPage page, string channel, params (string Label, string Text)[] dates)
    {
        await page.Locator("nav").GetByRole(AriaRole.Link, new() { Name = "登记", Exact = true }).ClickAsync();
        await page.Field(channel).CheckAsync();
        foreach (var (label, day) in dates)
        {
            await page.Field(label).FillAsync(day);
        }

        await page.Field("申请人类别").SelectOptionAsync(new SelectOptionValue { Label = "自然人" });
        await page.Field("申请人姓名或者名称").FillAsync("样例甲");
        await page.Field("联系方式").FillAsync("000-0000-0001");
        await page.Field("申请公开的内容").FillAsync("样例申请内容");
        await page.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).Last.ClickAsync();
        await page.SaysAsync("已登记，登记编号");
        return page.Url;
    }
}
