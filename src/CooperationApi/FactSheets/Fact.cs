using System.ComponentModel.DataAnnotations;
using CooperationApi.Kernel;
using FluentValidation;

namespace CooperationApi.FactSheets;

/// <summary>Something that a fact sheet states, and the record that holds it.</summary>
public sealed record Fact
{
    /// <summary>The paragraph that states it, counted from 1 below the dateline; null where only an excerpt was seen.</summary>
    public required int? Paragraph { get; init; }

    /// <summary>The name or the figure as printed.</summary>
    public required string AsStated { get; init; }

    /// <summary>The resource of the record, by its path.</summary>
    public required string Resource { get; init; }

    /// <summary>The id of the record.</summary>
    public required string Id { get; init; }

    /// <summary>What the record is called.</summary>
    public required string Title { get; init; }

    /// <summary>The figure that it holds; null where it holds none.</summary>
    public required Quantity? Figure { get; init; }

    /// <summary>The record as of the fact sheet's date.</summary>
    public required string Url { get; init; }
}

/// <summary>Which facts of a sheet to list.</summary>
internal sealed record FactFilter(
    [Parameter("Only those that any of these paragraphs states. Example: `4`."), Range(1, 32767)]
    IReadOnlyList<int>? Paragraph = null);

/// <summary>What facts sort by.</summary>
internal enum FactSort
{
    Paragraph,
    Resource,
}

internal sealed class FactFilterValidator : AbstractValidator<FactFilter>;
