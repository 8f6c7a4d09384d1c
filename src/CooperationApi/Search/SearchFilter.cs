using CooperationApi.Kernel;
using FluentValidation;

namespace CooperationApi.Search;

/// <summary>What to search for, and where.</summary>
internal sealed record SearchFilter(
    [Parameter("The words to find, all of them somewhere in one record, and phrases in quotation marks. Case, accents, spaces and "
        + "punctuation do not count, and three letters or more are also found as a part of a word. Only if nothing has all "
        + "words, what is spelled nearly so is given. Example: `aegis`.", Example = "aegis")]
    string Q,
    [Parameter("Only in any of these resources. Example: `sales/fms`.")]
    IReadOnlyList<SearchedResource>? Resource = null,
    [Parameter("Only what any of these partners has a part in: any code, name or alias. Example: `JPN`.")]
    IReadOnlyList<PartnerCode>? Partner = null,
    [Parameter("As of this date: records as they stood, and fact sheets published by then. Without it, what stands. Example: `2018-06-01`.")]
    DateOnly? AsOf = null);

/// <summary>What hits sort by.</summary>
internal enum SearchSort
{
    Rank,
    Title,
    StatedFrom,
}

internal sealed class SearchFilterValidator : AbstractValidator<SearchFilter>;
