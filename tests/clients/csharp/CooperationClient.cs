using System.Text.Json;
using System.Text.Json.Serialization;

namespace CooperationApi.Client;

/// <summary>What the generated client leaves to whoever uses it.</summary>
public partial class CooperationClient
{
    /// <summary>The ETag of the last answer, to send back as If-Match.</summary>
    public string LastTag { get; private set; } = "";

    // In a patch, null takes a member away: what is not set is not sent.
    static partial void UpdateJsonSerializerSettings(JsonSerializerOptions settings) => settings.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;

    partial void ProcessResponse(HttpClient client, HttpResponseMessage response) => LastTag = response.Headers.ETag?.ToString() ?? LastTag;
}
