using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using FluentValidation;
using Microsoft.AspNetCore.Http.Metadata;

namespace CooperationApi.Kernel;

/// <summary>A JSON Merge Patch (RFC 7396): the members to be changed, of something that is read as <typeparamref name="T"/>.</summary>
internal sealed record MergePatch<T>(JsonObject Patch, ReadOnlyMemory<byte> Bytes, IValidator<T>? Validator)
    : IBindableFromHttpContext<MergePatch<T>>, IEndpointParameterMetadataProvider
    where T : class
{
    private const string AsStated = "asStated";

    private static readonly string[] Bounds = ["low", "high"];

    public static async ValueTask<MergePatch<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var bytes = await RequestBody.Read(context, RequestForm.Patch);
        var faults = new List<Fault>();
        return BodyReader.ReadObject(bytes, faults) is { } patch
            ? new MergePatch<T>(patch, bytes, context.RequestServices.GetService<IValidator<T>>())
            : throw new ProblemException(Problem.BadBody(faults));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new RequestForm(typeof(T), RequestForm.Patch));

    /// <summary>What the patch makes of what there is; null where that has faults, which are added to those there are.</summary>
    public T? Read(JsonObject current, List<Fault> faults)
    {
        var patched = Merged(current.DeepClone().AsObject(), Patch);
        return BodyReader.Read(Encoding.UTF8.GetBytes(patched.ToJsonString(JsonNames.Options)), Validator, faults);
    }

    private static JsonObject Merged(JsonObject target, JsonObject patch)
    {
        // The bounds of a figure that changes are worked out anew.
        foreach (var bound in Bounds.Where(bound => target.ContainsKey(AsStated) && !patch.ContainsKey(bound)))
        {
            target.Remove(bound);
        }

        foreach (var (name, value) in patch)
        {
            // Null takes a member away. One that is not there stays null: that says the same, and an unknown name is found out.
            if (value is not null || !target.Remove(name))
            {
                target[name] = value is JsonObject part ? Merged(target[name] as JsonObject ?? [], part) : value?.DeepClone();
            }
        }

        return target;
    }
}
