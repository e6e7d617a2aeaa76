using Twofold.Model.Naming;

namespace Twofold.Tests.Generator;

public sealed class NamingSpecs
{
    [Theory]
    [InlineData("Echo", "echo", "echo")]
    [InlineData("EchoRequest", "echo_request", "echoRequest")]
    [InlineData("DelayMs", "delay_ms", "delayMs")]
    [InlineData("delayMs", "delay_ms", "delayMs")]
    [InlineData("MyTimer", "my_timer", "myTimer")]
    [InlineData("HTTPCode", "http_code", "httpCode")]
    [InlineData("EchoHTTPRequest2", "echo_http_request2", "echoHttpRequest2")]
    [InlineData("ID", "id", "id")]
    [InlineData("UserID", "user_id", "userId")]
    [InlineData("X", "x", "x")]
    [InlineData("XAxis", "x_axis", "xAxis")]
    [InlineData("Utf8Text", "utf8_text", "utf8Text")]
    [InlineData("Base64", "base64", "base64")]
    [InlineData("already_snake", "already_snake", "alreadySnake")]
    [InlineData("Mixed_Case", "mixed_case", "mixedCase")]
    [InlineData("_leading", "_leading", "leading")]
    public void A_name_has_a_spelling_for_each_language(string name, string snake, string camel)
    {
        Assert.Equal(snake, Names.Snake(name));
        Assert.Equal(snake.ToUpperInvariant(), Names.UpperSnake(name));
        Assert.Equal(camel, Names.Camel(name));
    }

    [Theory]
    [InlineData("EchoAsync", "Echo")]
    [InlineData("Echo", "Echo")]
    [InlineData("Async", "Async")]
    [InlineData("Asynchronous", "Asynchronous")]
    [InlineData("AsyncAsync", "Async")]
    public void A_methods_name_loses_Async(string name, string expected) => Assert.Equal(expected, Names.WithoutAsync(name));

    [Theory]
    [InlineData("EchoRequest")]
    [InlineData("HTTPCode")]
    [InlineData("UserID")]
    public void Spelling_a_name_twice_changes_nothing(string name)
    {
        Assert.Equal(Names.Snake(name), Names.Snake(Names.Snake(name)));
        Assert.Equal(Names.Camel(name), Names.Camel(Names.Camel(name)));
    }
}
