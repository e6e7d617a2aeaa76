using Twofold.Generator.Model;

namespace Twofold.Generator.Emit;

/// <summary>How an event looks in C# and on both ABIs.</summary>
/// <param name="Payload">The C# type that carries it.</param>
/// <param name="Codec">Its CBOR codec.</param>
/// <param name="Native">Its C struct, or null if it carries nothing.</param>
internal sealed record EventShape(string Payload, string Codec, string? Native)
{
    public static EventShape Of(EventModel @event) => @event.Parameters.Count switch
    {
        0 => new EventShape("Unit", "UnitCbor", Native: null),
        1 => new EventShape(
            @event.Single!.Declared,
            CborEmitter.CodecOf(@event.Single),
            NativeEmitter.StructOf(@event.EventStruct ?? @event.Single!.Name!)),
        _ => new EventShape($"{@event.Name}Args", $"{@event.Name}ArgsCodec", NativeEmitter.StructOf(@event.EventStruct!)),
    };
}
