using Tracker.Domain.Requests;

namespace Tracker.Domain.Tests.Requests;

/// <summary>Blocks as clerks copy them from labels, envelopes, e-mails and the ends of letters.</summary>
public sealed class SenderBlockTests
{
    [Theory]
    [InlineData("寄件人：样例甲 13800000000\n样例省样例市样例区样例路1号2栋 362000", "样例甲", "13800000000，样例省样例市样例区样例路1号2栋，362000")]
    [InlineData("样例甲，000-0000-0001，样例省样例市样例路1号", "样例甲", "000-0000-0001，样例省样例市样例路1号")]
    [InlineData("姓名：样例乙\n联系电话：0000-0000001\n通信地址：样例市 样例路 2 号\n邮编：000000\n电子邮箱：yangli@example.invalid", "样例乙", "0000-0000001，样例市样例路2号，000000，yangli@example.invalid")]
    [InlineData("申请人：样例丙女士　手机：１３８００００００００", "样例丙", "13800000000")]
    [InlineData("样例市样例有限公司\n样例市样例区样例大街3号\n+86-13800000000", "样例市样例有限公司", "+86-13800000000，样例市样例区样例大街3号")]
    [InlineData("样例甲 收", "样例甲", null)]
    [InlineData("样例甲(寄)", "样例甲", null)]
    public void A_block_is_told_apart(string block, string name, string? contact)
    {
        var sender = SenderBlock.Of(block);

        Assert.Equal((name, contact), (sender.Name, sender.Contact));
        Assert.Null(sender.IdentityNumber);
    }

    [Theory]
    [InlineData("样例甲 身份证号：00000019000101000x", "00000019000101000X")]
    [InlineData("样例有限公司 统一社会信用代码：91000000MA0000000X", "91000000MA0000000X")]
    public void The_number_of_a_document_is_no_telephone(string block, string number)
    {
        var sender = SenderBlock.Of(block);

        Assert.Equal(number, sender.IdentityNumber);
        Assert.Null(sender.Contact);
    }

    [Theory]
    [InlineData("样例有限公司", ApplicantKind.CommercialEnterprise)]
    [InlineData("样例研究院", ApplicantKind.ResearchInstitution)]
    [InlineData("样例律师事务所", ApplicantKind.LegalServiceInstitution)]
    [InlineData("样例基金会", ApplicantKind.PublicWelfareOrganisation)]
    public void A_kind_is_taken_from_the_name_where_it_says_so(string name, ApplicantKind kind) =>
        Assert.Equal((name, kind), (SenderBlock.Of(name).Name, SenderBlock.Of(name).Kind));

    [Fact]
    public void That_somebody_is_a_natural_person_is_never_guessed() => Assert.Null(SenderBlock.Of("样例甲").Kind);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("，，； \n")]
    public void Nothing_says_nothing(string? block) => Assert.Equal(new(null, null, null, null), SenderBlock.Of(block));

    [Fact]
    public void Far_too_much_is_cut_and_read_in_an_instant() =>
        Assert.Equal("样例甲", SenderBlock.Of("样例甲 " + string.Concat(Enumerable.Repeat("地址：：0-0--@.", 100_000))).Name);
}
