namespace Tracker.Web.Commands;

/// <summary>进度条 on a terminal; silent where the output goes to a file.</summary>
internal sealed class ProgressBar(string label, Func<long> done, long all) : IDisposable
{
    private const int Width = 30;
    private readonly bool visible = !Console.IsErrorRedirected;

    public void Show()
    {
        if (!visible)
        {
            return;
        }

        var share = all == 0 ? 1 : Math.Clamp((double)done() / all, 0, 1);
        var filled = (int)(share * Width);
        Console.Error.Write($"\r{label} [{new string('#', filled)}{new string(' ', Width - filled)}] {share,4:P0}");
    }

    public void Dispose()
    {
        if (visible)
        {
            Console.Error.Write("\r" + new string(' ', Width + 20) + "\r");
        }
    }
}
