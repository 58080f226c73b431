using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace Tracker.Domain.Requests;

/// <summary>
/// 寄件信息 as it stands on an envelope, an express label or at the end of a letter, in one piece, told apart: who, where to reach them, and
/// the number of a document. It is a help in typing; a person looks at it before anything is saved.
/// </summary>
/// <param name="Name">姓名或者名称; none found.</param>
/// <param name="Contact">联系方式: telephones, address, postcode and e-mail in this order; none found.</param>
/// <param name="IdentityNumber">身份证号码或者统一社会信用代码; none found.</param>
/// <param name="Kind">申请人类别 where the name says so; that of a person is never guessed.</param>
public sealed partial record SenderBlock(string? Name, string? Contact, string? IdentityNumber, ApplicantKind? Kind)
{
    /// <summary>So much is read; no envelope has more.</summary>
    public const int Longest = 1000;

    private const int LongestName = 40;

    private const string AddressLabel = "地址";

    private static readonly ImmutableArray<string> AddressSigns =
        ["省", "自治区", "市", "区", "县", "镇", "乡", "村", "街道", "路", "街", "巷", "弄", "号", "栋", "幢", "单元", "室", "楼", "大厦", "小区", "信箱"];

    /// <summary>The end of a name, or a word in it, that only one kind of applicant has (the six kinds of 国办公开办函〔2021〕30号).</summary>
    private static readonly ImmutableArray<(string Word, ApplicantKind Kind)> KindsByWord =
    [
        ("律师事务所", ApplicantKind.LegalServiceInstitution), ("法律服务所", ApplicantKind.LegalServiceInstitution), ("公证处", ApplicantKind.LegalServiceInstitution),
        ("研究院", ApplicantKind.ResearchInstitution), ("研究所", ApplicantKind.ResearchInstitution), ("大学", ApplicantKind.ResearchInstitution), ("学院", ApplicantKind.ResearchInstitution),
        ("基金会", ApplicantKind.PublicWelfareOrganisation), ("慈善", ApplicantKind.PublicWelfareOrganisation), ("志愿", ApplicantKind.PublicWelfareOrganisation),
        ("公司", ApplicantKind.CommercialEnterprise), ("企业", ApplicantKind.CommercialEnterprise), ("厂", ApplicantKind.CommercialEnterprise),
    ];

    /// <param name="text">What was pasted.</param>
    public static SenderBlock Of(string? text)
    {
        var gathered = new Gathered();
        foreach (Match piece in Pieces().Matches(Narrow(text ?? "")))
        {
            gathered.Take(Label(piece.Groups["label"].Value), piece.Groups["value"].Value.Trim());
        }

        return gathered.Result;
    }

    /// <summary>Full-width letters and digits as plain ones; the signs of Chinese writing stay.</summary>
    private static string Narrow(string text) => string.Concat(text[..Math.Min(text.Length, Longest)].Select(sign => sign switch
    {
        >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ' or '＠' or '－' => (char)(sign - 0xFEE0),
        _ => sign,
    }));

    private static string Label(string label) => label switch
    {
        "" => "",
        _ when label.Contains(AddressLabel, StringComparison.Ordinal) || label == "住址" => AddressLabel,
        _ when label.Contains('电') || label.Contains("手机", StringComparison.Ordinal) || label.Contains("联系方式", StringComparison.Ordinal) => "电话",
        _ when label.Contains('名') || label.EndsWith('人') || label == "单位" => "姓名",
        _ => "其他",
    };

    // A label with its colon, or none; then what stands up to a separator.
    [GeneratedRegex(
        @"(?:(?<label>(?:寄件|发件|收件|申请|联系)人(?:姓名|名称)?|姓名|名称|单位名称|单位|联系电话|联系方式|电话|手机号码?|手机|(?:通信|通讯|邮寄|联系|详细)?地址|住址|邮编|邮政编码|电子邮箱|电子邮件|邮箱|身份证号?码?|证件号码|统一社会信用代码)\s*[:：]\s*)?(?<value>[^\s,，;；、|]+)",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pieces();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(\.[\w-]+)+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mail();

    [GeneratedRegex(@"(?<![0-9A-Za-z])(\d{17}[\dXx]|[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10})(?![0-9A-Za-z])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Identity();

    [GeneratedRegex(@"(?<!\d)(\+?86-?1\d{10}|1\d{10}|0\d{2,3}-?\d{7,8}(-\d{1,5})?|\d{3}-\d{4}-\d{4})(?!\d)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Phone();

    [GeneratedRegex(@"(?<!\d)\d{6}(?!\d)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Postcode();

    private sealed class Gathered
    {
        private readonly List<string> phones = [];
        private readonly List<string> others = [];
        private readonly StringBuilder address = new();
        private string? name;
        private string? number;
        private bool inAddress;

        public SenderBlock Result
        {
            get
            {
                string[] contact = [.. phones, .. address.Length > 0 ? [address.ToString()] : Array.Empty<string>(), .. others];
                ApplicantKind? kind = KindsByWord.Where(known => name?.Contains(known.Word, StringComparison.Ordinal) == true)
                    .Select(known => (ApplicantKind?)known.Kind).FirstOrDefault();
                return new(name, contact.Length > 0 ? string.Join("，", contact) : null, number, kind);
            }
        }

        public void Take(string label, string value)
        {
            value = Cut(Identity(), value, found => number ??= found.ToUpperInvariant());
            value = Cut(Mail(), value, others.Add);
            value = Cut(Phone(), value, phones.Add);
            value = Cut(Postcode(), value, found => others.Insert(0, found));
            value = value.Trim(':', '：', '(', ')', '（', '）', '。', '.');
            if (value.Length == 0)
            {
                return;
            }

            if (label == "电话" && value.Count(char.IsAsciiDigit) >= 5)
            {
                phones.Add(value);
            }
            else if (label == AddressLabel || (label.Length == 0 && (inAddress || LooksLikeAddress(value))))
            {
                inAddress = true;
                address.Append(value);
                return;
            }
            else if (name is null && label is "" or "姓名" && value.Length <= LongestName)
            {
                name = WithoutTitle(value);
            }
            else if (label.Length == 0)
            {
                return; // a word of the label's own, such as 收 or 寄
            }

            inAddress = false;
        }

        /// <summary>A company named after a city is no address.</summary>
        private bool LooksLikeAddress(string value) =>
            value.Length >= 4
            && !KindsByWord.Any(known => name is null && value.EndsWith(known.Word, StringComparison.Ordinal))
            && AddressSigns.Count(sign => value.Contains(sign, StringComparison.Ordinal)) >= (name is null ? 2 : 1);

        private static string WithoutTitle(string value)
        {
            foreach (var title in new[] { "（寄", "(寄", "先生", "女士", "同志", "寄", "缄" })
            {
                if (value.Length > title.Length + 1 && value.EndsWith(title, StringComparison.Ordinal))
                {
                    value = value[..^title.Length];
                }
            }

            return value;
        }

        private static string Cut(Regex what, string from, Action<string> found)
        {
            foreach (Match match in what.Matches(from))
            {
                found(match.Value);
            }

            return what.Replace(from, "");
        }
    }
}
