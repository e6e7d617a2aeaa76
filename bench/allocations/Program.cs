// Prints, as JSON, the bytes that each call allocates in managed memory, and those that the author's method alone does.
using System.Globalization;
using System.Text;
using Twofold.Bench.Allocations;

(string Name, Action Call, Action Own)[] calls = [.. Direct.Calls, .. Served.Calls];
var json = new StringBuilder();
foreach (var (name, call, own) in calls)
{
    var figures = string.Create(CultureInfo.InvariantCulture, $"\"{name}\": {{\"bytes\": {Bytes.PerCall(call)}, \"own\": {Bytes.PerCall(own)}}}");
    json.Append(json.Length == 0 ? "{" : ", ").Append(figures);
}

Console.WriteLine($"{json}}}");
