using System.Reflection;
using FluentValidation;
using Microsoft.AspNetCore.Http.Metadata;

namespace CooperationApi.Kernel;

/// <summary>The JSON body of a request, read strictly and held against its validator, and the bytes that were sent.</summary>
internal sealed record Body<T>(T Value, ReadOnlyMemory<byte> Bytes) : IBindableFromHttpContext<Body<T>>, IEndpointParameterMetadataProvider
    where T : class
{
    public static async ValueTask<Body<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var bytes = await RequestBody.Read(context, RequestForm.Json);
        var faults = new List<Fault>();
        var value = BodyReader.Read(bytes, context.RequestServices.GetService<IValidator<T>>(), faults);
        return value is null ? throw new ProblemException(Problem.BadBody(faults)) : new Body<T>(value, bytes);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new RequestForm(typeof(T), RequestForm.Json));
}

/// <summary>What an operation reads as its body, as its document says.</summary>
internal sealed record RequestForm(Type Type, IReadOnlyList<string> MediaTypes)
{
    public static IReadOnlyList<string> Json { get; } = [Kernel.MediaTypes.Json];

    public static IReadOnlyList<string> Patch { get; } = ["application/merge-patch+json", Kernel.MediaTypes.Json];

    public bool IsPatch => MediaTypes == Patch;
}
