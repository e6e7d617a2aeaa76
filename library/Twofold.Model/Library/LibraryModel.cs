namespace Twofold.Model.Library;

/// <summary>The model of a library: the only input of the emitters and of the printers in the tool.</summary>
/// <param name="Name">The library's name in snake_case: the prefix of every symbol.</param>
/// <param name="Version">The version of the assembly, <c>major.minor.patch</c>.</param>
/// <param name="Namespace">The namespace of the class; "" for the global one.</param>
/// <param name="ClassName">The class.</param>
/// <param name="Doc">What the class is.</param>
/// <param name="Constructor">The static method that returns the class.</param>
/// <param name="Methods">The methods, static ones included, in the order of their declaration.</param>
/// <param name="Events">The events.</param>
/// <param name="Constants">The constants.</param>
/// <param name="Objects">The other exported classes, whose objects methods return.</param>
/// <param name="Records">The records that the members above use, each after the records that it contains.</param>
/// <param name="Enums">The enums that the members above use.</param>
public sealed record LibraryModel(
    string Name,
    string Version,
    string Namespace,
    string ClassName,
    string Doc,
    MethodModel Constructor,
    EquatableArray<MethodModel> Methods,
    EquatableArray<EventModel> Events,
    EquatableArray<ConstantModel> Constants,
    EquatableArray<ObjectModel> Objects,
    EquatableArray<RecordModel> Records,
    EquatableArray<EnumModel> Enums);
