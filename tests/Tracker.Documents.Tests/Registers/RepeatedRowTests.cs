using System.Reflection;
using Tracker.Documents.Registers;
using Tracker.Domain.Requests;
using static Tracker.Documents.Tests.Registers.TestRegister;

namespace Tracker.Documents.Tests.Registers;

public class RepeatedRowTests
{
    [Fact]
    public void The_same_row_again_adds_nothing()
    {
        var results = ImportOf(Headings + ",备注", Row + ",", "", " A-1 ,当面,2022年3月1日,自然人,另记");

        Assert.Equal(
            [typeof(RowAccepted<RegisterRequest>), typeof(RowRepeated<RegisterRequest>)],
            results.Select(result => result.GetType()));
        Assert.Equal(new RowRepeated<RegisterRequest>(4, 2), results[1]);
    }

    [Fact]
    public void A_number_typed_with_a_chinese_input_method_is_the_same_number() => Assert.Equal(
        [typeof(RowAccepted<RegisterRequest>), typeof(RowRepeated<RegisterRequest>)],
        ImportOf(Headings, Row, "Ａ－１,当面,2022年3月1日,自然人").Select(result => result.GetType()));

    [Fact]
    public void The_brackets_of_a_number_stay_as_the_office_sets_them() =>
        Assert.Equal("（2022）1号", Assert.Single(RowsOf(Headings, "（２０２２）１号,当面,2022-03-01,自然人")).Number);

    [Theory]
    [InlineData("A-1,网络,2022-03-01,自然人,样例甲,,")]
    [InlineData("A-1,当面,2022-03-01,科研机构,样例甲,,")]
    [InlineData("A-1,当面,2022-03-01,自然人,样例乙,,")]
    [InlineData("A-1,当面,2022-03-01,自然人,,样例甲,")]
    [InlineData("A-1,当面,2022-03-01,自然人,样例甲,,2022-03-02")]
    public void The_same_number_and_day_with_other_facts_is_a_fault_that_names_the_other_row(string other)
    {
        var results = ImportOf(Headings + ",申请人,联系方式,确认日期", "A-1,当面,2022-03-01,自然人,样例甲,,", "A-2,当面,2022-03-01,自然人,,,", other);

        var fault = Assert.Single(Assert.IsType<RowFaulty<RegisterRequest>>(results[2]).Faults);

        Assert.Equal((4, "登记编号", "A-1"), (fault.Row, fault.Column, fault.Found));
        Assert.Contains("第 2 行", fault.Expected);
        Assert.DoesNotContain("样例", fault.ToString());
    }

    [Fact]
    public void Any_cell_that_differs_makes_the_facts_differ()
    {
        var row = Assert.Single(RowsOf(Headings, Row));
        foreach (var member in typeof(RegisterRow).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var other = row with { };
            member.SetValue(other, Other(member.PropertyType));
            var seen = new SeenRows();
            seen.Judge(row);

            var expected = member.Name switch
            {
                nameof(RegisterRow.Row) => typeof(RowRepeated<RegisterRow>),
                nameof(RegisterRow.Number) or nameof(RegisterRow.FiledOn) => null, // another request
                _ => typeof(RowFaulty<RegisterRow>),
            };
            Assert.True(expected == seen.Judge(other)?.GetType(), member.Name);
        }

        static object Other(Type type) =>
            type == typeof(string) ? "x"
            : type == typeof(DateOnly) || type == typeof(DateOnly?) ? new DateOnly(2022, 4, 1)
            : type == typeof(Ground) ? Grounds.Other
            : type.IsEnum ? Enum.ToObject(type, 3)
            : 9;
    }

    [Fact]
    public void A_number_that_restarts_at_1_each_year_is_another_request_each_year() => Assert.All(
        ImportOf(Headings, "1,当面,2021-03-01,自然人", "2,当面,2021-03-01,自然人", "1,当面,2022-03-01,自然人", "2,当面,2022-03-01,商业企业"),
        result => Assert.IsType<RowAccepted<RegisterRequest>>(result));

    [Fact]
    public void Faults_of_reading_and_of_deciding_come_in_the_order_of_the_rows()
    {
        var results = ImportOf(Headings, "A-1,当面,2022-02-30,自然人", "A-2,当面,2099-01-01,自然人", "A-3,当面,2022-03-01,自然人");

        Assert.Equal(2, Assert.Single(Assert.IsType<RowFaulty<RegisterRequest>>(results[0]).Faults).Row);
        Assert.Equal(3, Assert.Single(Assert.IsType<RowFaulty<RegisterRequest>>(results[1]).Faults).Row);
        Assert.Equal(4, Assert.IsType<RowAccepted<RegisterRequest>>(results[2]).Value.Row.Row);
    }
}
