namespace CooperationApi.Sales.Dcs;

/// <summary>The categories of the U.S. Munitions List (22 CFR 121.1).</summary>
internal enum UsmlNumeral
{
    I, II, III, IV, V, VI, VII, VIII, IX, X, XI, XII, XIII, XIV, XV, XVI, XVII, XVIII, XIX, XX, XXI,
}
