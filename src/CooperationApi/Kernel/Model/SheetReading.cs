namespace CooperationApi.Kernel;

/// <summary>What the date of a fact sheet rests on.</summary>
public enum PublishedBasis
{
    /// <summary>It is printed on the sheet, or told as a day by who published or reported it, which a note then says.</summary>
    Printed,

    /// <summary>It is inferred from what the text refers to.</summary>
    Estimated,
}

/// <summary>How much of a text was read.</summary>
public enum TextRead
{
    /// <summary>All of it.</summary>
    Whole,

    /// <summary>Its first paragraphs.</summary>
    Beginning,

    /// <summary>What others quote from it.</summary>
    Quotations,
}
