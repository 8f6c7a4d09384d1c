using System.Globalization;
using System.Reflection;
using System.Text.Json;
using CooperationApi.Kernel;
using Microsoft.AspNetCore.Http.Metadata;

namespace CooperationApi.Imports;

/// <summary>Tells how far an import is until it ends.</summary>
internal sealed class ImportStream(Import first, ImportStore store, IHostApplicationLifetime service) : IResult, IEndpointMetadataProvider
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(Import), [EventStream.MediaType]));

    public Task ExecuteAsync(HttpContext httpContext) => EventStream.Send(httpContext, "0", Follow);

    private async Task Follow(EventStream events, CancellationToken stop)
    {
        using var clock = new PeriodicTimer(Beat);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop, service.ApplicationStopping);
        var number = 0;
        for (var import = first; ; import = await store.Get(first.Id, ending.Token) ?? import)
        {
            var data = JsonSerializer.Serialize(import, JsonNames.Options);
            await events.Write(EventStream.Event((++number).ToString(CultureInfo.InvariantCulture), "import", data), ending.Token);
            if (import.State != ImportState.Running)
            {
                return;
            }

            await clock.WaitForNextTickAsync(ending.Token);
        }
    }
}
