using System.Globalization;
using System.Reflection;
using System.Text.Json;
using CooperationApi.Kernel;
using Microsoft.AspNetCore.Http.Metadata;

namespace CooperationApi.Imports;

/// <summary>Tells how far an import is until it ends, or the service does.</summary>
internal sealed class ImportStream(Import first, ImportStore store, Shutdown service) : IResult, IEndpointMetadataProvider
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(Import), [EventStream.MediaType]));

    public Task ExecuteAsync(HttpContext httpContext) => EventStream.Send(httpContext, "0", Follow);

    private async Task Follow(EventStream events, CancellationToken stop)
    {
        var number = 0;
        for (var import = first; ; import = await store.Get(first.Id, stop) ?? import)
        {
            var data = JsonSerializer.Serialize(import, JsonNames.Options);
            await events.Write(EventStream.Event((++number).ToString(CultureInfo.InvariantCulture), "import", data), stop);
            if (import.State != ImportState.Running || await service.IsStoppingWithin(Beat, stop))
            {
                return;
            }
        }
    }
}
