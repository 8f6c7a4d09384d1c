namespace CooperationApi.Kernel;

/// <summary>The policy of all routes, on the group that they are mapped in.</summary>
internal static class Routes
{
    /// <summary>
    /// The group of the whole API: no operation in it writes for somebody who may not, lets a parameter pass that it does not know, or
    /// answers in a form not asked for.
    /// </summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("");
        group.NeedKeysToWrite();
        return group.AddEndpointFilterFactory((context, next) =>
        {
            var readsTheQuery = context.MethodInfo.GetParameters().Any(ReadsTheQuery);
            return call =>
            {
                if (!readsTheQuery)
                {
                    QueryReader.RefuseAny(call.HttpContext);
                }

                MediaTypes.Negotiate(call.HttpContext);
                return next(call);
            };
        });
    }

    /// <summary>The group of one resource, named by its path, and how the document introduces it.</summary>
    public static RouteGroupBuilder MapResource(this IEndpointRouteBuilder routes, string path, string name, string description) =>
        routes.MapGroup(path).WithTags(name).WithMetadata(new ResourceTag(name, description));

    private static bool ReadsTheQuery(System.Reflection.ParameterInfo parameter) =>
        parameter.ParameterType.IsGenericType
        && parameter.ParameterType.GetGenericTypeDefinition() is var type
        && (type == typeof(Query<>) || type == typeof(Query<,>) || type == typeof(ListQuery<,,>) || type == typeof(ExportQuery<,,>));
}

/// <summary>A resource as the document introduces it.</summary>
internal sealed record ResourceTag(string Name, string Description);
