using Twofold.Generator.Emit.Cbor;
using Twofold.Model.Library;

namespace Twofold.Generator.Emit.Service;

/// <summary>The form of an event in C# and on both ABIs.</summary>
/// <param name="Payload">The C# type of the payload.</param>
/// <param name="Codec">Its CBOR codec.</param>
/// <param name="Native">Its C struct, or null if it has no payload.</param>
internal sealed record EventShape(string Payload, string Codec, string? Native)
{
    public static EventShape Of(EventModel @event)
    {
        var native = @event.PayloadStruct is { } name ? GeneratedNames.Struct(name) : null;
        return @event.Parameters.Count switch
        {
            0 => new EventShape("Unit", CborCodecOf.Of(null), native),
            1 => new EventShape(@event.Single!.CSharp, CborCodecOf.Of(@event.Single), native),
            _ => new EventShape(GeneratedNames.Payload(@event), GeneratedNames.PayloadCodec(@event), native),
        };
    }
}
