using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace CooperationApi.Kernel;

/// <summary>The query of a request, read into a record whose members are the parameters of the operation.</summary>
internal sealed record Query<T>(T Value) : IBindableFromHttpContext<Query<T>>, IEndpointParameterMetadataProvider
    where T : class
{
    public static async ValueTask<Query<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var read = await QueryReader.Read(context, [typeof(T)]);
        return new Query<T>((T)read[0]);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(QueryParameters.Of(typeof(T)));
}

/// <summary>The query of a request in two parts, of which another operation takes the first alone.</summary>
internal sealed record Query<TFirst, TSecond>(TFirst First, TSecond Second)
    : IBindableFromHttpContext<Query<TFirst, TSecond>>, IEndpointParameterMetadataProvider
    where TFirst : class
    where TSecond : class
{
    public static async ValueTask<Query<TFirst, TSecond>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var read = await QueryReader.Read(context, [typeof(TFirst), typeof(TSecond)]);
        return new Query<TFirst, TSecond>((TFirst)read[0], (TSecond)read[1]);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(QueryParameters.Of(typeof(TFirst), typeof(TSecond)));
}

/// <summary>The query of a list: what to list, and which page of it.</summary>
internal sealed record ListQuery<TItem, TFilter, TSort>(TFilter Filter, Paging<TItem, TSort> Paging)
    : IBindableFromHttpContext<ListQuery<TItem, TFilter, TSort>>, IEndpointParameterMetadataProvider
    where TFilter : class
    where TSort : struct, Enum
{
    public static async ValueTask<ListQuery<TItem, TFilter, TSort>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var read = await QueryReader.Read(context, [typeof(TFilter), typeof(Paging<TItem, TSort>)]);
        return new ListQuery<TItem, TFilter, TSort>((TFilter)read[0], (Paging<TItem, TSort>)read[1]);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(QueryParameters.Of(typeof(TFilter), typeof(Paging<TItem, TSort>)));
}

/// <summary>The query of an export: what to export, and in which form.</summary>
internal sealed record ExportQuery<TItem, TFilter, TSort>(TFilter Filter, Exporting<TItem, TSort> Form)
    : IBindableFromHttpContext<ExportQuery<TItem, TFilter, TSort>>, IEndpointParameterMetadataProvider
    where TFilter : class
    where TSort : struct, Enum
{
    public static async ValueTask<ExportQuery<TItem, TFilter, TSort>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var read = await QueryReader.Read(context, [typeof(TFilter), typeof(Exporting<TItem, TSort>)]);
        return new ExportQuery<TItem, TFilter, TSort>((TFilter)read[0], (Exporting<TItem, TSort>)read[1]);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(QueryParameters.Of(typeof(TFilter), typeof(Exporting<TItem, TSort>)));
}

/// <summary>The parameters of an operation, as its document lists them and its reader takes them.</summary>
internal sealed record QueryParameters(IReadOnlyList<QueryParameter> All)
{
    public static QueryParameters Of(params IEnumerable<Type> records) => new([.. records.SelectMany(QueryParameter.Of)]);
}

/// <summary>No parameters beyond those that every operation of its kind has.</summary>
internal sealed record NoFilter;

/// <summary>Which edition of a record is meant.</summary>
internal sealed record AsOf(
    [Parameter("As of this date: the edition that stood on it. Without it, the edition that stands. Example: `2018-06-01`.", Name = "asOf")]
    DateOnly? Date = null);
