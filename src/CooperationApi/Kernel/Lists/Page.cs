using System.Buffers;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace CooperationApi.Kernel;

/// <summary>A page of a list.</summary>
/// <typeparam name="T">What the list is of.</typeparam>
public record Page<T>
{
    /// <summary>The items of this page, in the order asked for.</summary>
    public required IReadOnlyList<T> Items { get; init; }

    /// <summary>The URL of the next page; null on the last one.</summary>
    public required string? Next { get; init; }

    /// <summary>How many items the whole list has; only with <c>count=exact</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Total { get; init; }

    /// <summary>Why there are no items; only on an empty page.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Why? Why { get; init; }
}

/// <summary>Why a list is empty.</summary>
public sealed record Why
{
    /// <summary>The kind of reason.</summary>
    public required WhyCode Code { get; init; }

    /// <summary>The reason in words.</summary>
    public required string Detail { get; init; }

    internal static Why NothingStatedYet(string detail) => new() { Code = WhyCode.NothingStatedYet, Detail = detail };

    internal static Why OutsideCoverage(string detail) => new() { Code = WhyCode.OutsideCoverage, Detail = detail };

    internal static Why NoMatch(string detail) => new() { Code = WhyCode.NoMatch, Detail = detail };
}

/// <summary>The kinds of reason for an empty list.</summary>
public enum WhyCode
{
    /// <summary>Sources had stated nothing of this kind by the date asked for.</summary>
    NothingStatedYet,

    /// <summary>No source here says anything of this kind about the partners asked for.</summary>
    OutsideCoverage,

    /// <summary>There are such statements, but none matches the filters.</summary>
    NoMatch,
}

/// <summary>Answers with a page in the form asked for, with only the fields asked for.</summary>
internal sealed class PageResult<T>(Rows<T> rows, IReadOnlyList<string>? fields, Func<Page<T>, Page<T>>? extend = null)
    : IResult, IEndpointMetadataProvider
{
    private const int PerEnvelope = 1000;

    /// <summary>A page, or an extension of it for a list that tells more.</summary>
    public static PageResult<T> Of<TSort>(Rows<T> rows, Paging<T, TSort> paging, Func<Page<T>, Page<T>>? extend = null)
        where TSort : struct, Enum =>
        new(rows, paging.Fields?.Select(field => field.Name).ToList(), extend);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(
            StatusCodes.Status200OK, typeof(Page<T>), [MediaTypes.Json, MediaTypes.Csv, MediaTypes.Ndjson]));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var next = rows.Last is null ? null : Links.Next(httpContext.Request, rows.Last);
        if (next is not null)
        {
            httpContext.Response.Headers.Append(HeaderNames.Link, $"<{next}>; rel=\"next\"");
        }

        if (MediaTypes.Of(httpContext) != MediaTypes.Json)
        {
            await WriteRows(httpContext.Response, MediaTypes.Of(httpContext));
            return;
        }

        var page = new Page<T> { Items = [], Next = next, Total = rows.Total, Why = rows.Why };
        httpContext.Response.ContentType = EntityTags.JsonAsSent;
        Sending.Of(httpContext).Expect(rows.Items.Sum(item => item.Length + 1) + PerEnvelope);
        Write(httpContext.Response.BodyWriter, extend?.Invoke(page) ?? page);
        await httpContext.Response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }

    // The envelope as it is serialized, with the rows in it as they are.
    private void Write(IBufferWriter<byte> buffer, Page<T> page)
    {
        using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JsonNames.Options.Encoder, SkipValidation = true });
        writer.WriteStartObject();
        foreach (var member in JsonNames.Options.GetTypeInfo(page.GetType()).Properties)
        {
            var value = member.Get!(page);
            if (value == page.Items)
            {
                writer.WriteStartArray(member.Name);
                foreach (var item in rows.Items)
                {
                    writer.WriteRawValue(RowTrim.To(item, fields), skipInputValidation: true);
                }

                writer.WriteEndArray();
            }
            else if (member.ShouldSerialize?.Invoke(page, value) ?? true)
            {
                writer.WritePropertyName(member.Name);
                JsonSerializer.Serialize(writer, value, member.PropertyType, JsonNames.Options);
            }
        }

        writer.WriteEndObject();
    }

    // What the envelope says goes into headers.
    private async Task WriteRows(HttpResponse response, string mediaType)
    {
        response.ContentType = RowWriter.ContentTypeOf(mediaType);
        response.Headers["Total-Count"] = rows.Total?.ToString(CultureInfo.InvariantCulture);
        response.Headers["Why"] = rows.Why is null ? default : JsonNames.Of(rows.Why.Code);
        using var writer = RowWriter.Of<T>(mediaType, fields);
        foreach (var item in rows.Items)
        {
            writer.Write(item);
        }

        await writer.Send(response.Body, response.HttpContext.RequestAborted);
    }
}
