using System.Globalization;
using System.Text;
using Tracker.Documents.Registers;
using Tracker.Domain.LegalTime;

namespace Tracker.Documents.Tests.Registers;

/// <summary>Memory is counted for the whole process, so nothing may run beside these.</summary>
[CollectionDefinition(nameof(VolumeTests), DisableParallelization = true)]
[Collection(nameof(VolumeTests))]
public class VolumeTests
{
    [Fact]
    public void A_hundred_thousand_requests_go_through_and_their_text_does_not_stay_in_memory()
    {
        const int requests = 100_000;
        using var register = new TestRegister(Write(requests));
        Assert.InRange(register.File.Length, 60_000_000, RegisterFile.MaxBytes);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var accepted = 0;
        var reader = RegisterImport.Read(register.File, WorkingCalendar.Embedded, TestRegister.Today).GetEnumerator();
        while (reader.MoveNext())
        {
            accepted += reader.Current is RowAccepted<RegisterRequest> { Value.Events.Length: 4 } ? 1 : 0;
        }

        var held = GC.GetTotalMemory(forceFullCollection: true) - before; // the reader is still alive, with all it remembers
        GC.KeepAlive(reader);
        reader.Dispose();

        Assert.Equal(requests, accepted);
        Assert.InRange(held, long.MinValue, 16_000_000);
    }

    [Theory]
    [InlineData('x')]
    [InlineData(',')]
    [InlineData('\t')]
    public void A_row_that_does_not_end_is_a_fault_and_not_an_exhausted_machine(char filler)
    {
        using var register = new TestRegister(TestRegister.Lines(TestRegister.Headings, TestRegister.Row, "A-2,\"" + new string(filler, 20_000_000)));
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var fault = Assert.Single(register.Faults());

        Assert.Equal((3, RegisterColumns.WholeRow, ""), (fault.Row, fault.Column, fault.Found));
        Assert.Contains("256 KB", fault.Expected);
        Assert.True(GC.GetTotalMemory(forceFullCollection: true) - before < 4_000_000);
        Assert.True(register.File.BytesRead < 4_000_000);
    }

    private static byte[] Write(int requests)
    {
        var text = new StringBuilder(TestRegister.Headings + ",确认日期,申请人,联系方式,申请内容,补正通知日期,收到补正日期,办理结果,答复日期,答复文号\n");
        var content = string.Concat(Enumerable.Repeat("全市粮食播种面积与总产量", 16));
        for (var number = 1; number <= requests; number++)
        {
            text.Append(CultureInfo.InvariantCulture, $"2022-{number:D6},网络,2022-03-01,自然人,2022-03-02,样例甲{number},000-0000-0001,")
                .Append(content)
                .Append(CultureInfo.InvariantCulture, $",2022-03-04,2022-03-10,予以公开,2022-03-20,例统公复〔2022〕{number}号\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
