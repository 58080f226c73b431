using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Tracker.Reminders.Tests.Delivering;

/// <summary>Debian's aiosmtpd in a process of its own, with the mails it took.</summary>
public sealed class SmtpServer : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("tracker-mails-").FullName;
    private readonly List<Process> servers = [];

    /// <summary>Where it listens; it offers no encryption.</summary>
    public int Port { get; private set; }

    /// <summary>Where another one listens, whose certificate nobody vouches for.</summary>
    public int EncryptedPort { get; private set; }

    /// <summary>The mails both have taken, in their order.</summary>
    public IEnumerable<string> Mails => Directory.GetFiles(folder, "*.eml").Order().Select(File.ReadAllText);

    public async ValueTask InitializeAsync()
    {
        Port = await StartAsync();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var (pem, secret) = (Path.Combine(folder, "certificate.pem"), Path.Combine(folder, "key.pem"));
        await File.WriteAllTextAsync(pem, certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(secret, key.ExportPkcs8PrivateKeyPem());
        EncryptedPort = await StartAsync(pem, secret);
    }

    public ValueTask DisposeAsync()
    {
        foreach (var server in servers)
        {
            server.Kill();
            server.Dispose();
        }

        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task<int> StartAsync(params string[] certificate)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Delivering", "smtp_server.py");
        var server = Process.Start(new ProcessStartInfo("/usr/bin/python3", [script, folder, .. certificate])
        {
            UseShellExecute = false,
            RedirectStandardInput = true, // it ends when this does
            RedirectStandardOutput = true,
        })!;
        servers.Add(server);
        var port = await server.StandardOutput.ReadLineAsync();
        return int.Parse(port ?? throw new InvalidOperationException("python3-aiosmtpd is not installed; tests/run.sh installs it."), CultureInfo.InvariantCulture);
    }
}
