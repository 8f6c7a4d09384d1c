namespace CooperationApi.Sales.Dcs;

/// <summary>The categories of the U.S. Munitions List (22 CFR 121.1), by their Roman numerals.</summary>
public enum UsmlNumeral
{
    /// <summary>Firearms and Related Articles.</summary>
    I,

    /// <summary>Guns and Armament.</summary>
    II,

    /// <summary>Ammunition and Ordnance.</summary>
    III,

    /// <summary>Launch Vehicles, Guided Missiles, Ballistic Missiles, Rockets, Torpedoes, Bombs, and Mines.</summary>
    IV,

    /// <summary>Explosives and Energetic Materials, Propellants, Incendiary Agents, and Their Constituents.</summary>
    V,

    /// <summary>Surface Vessels of War and Special Naval Equipment.</summary>
    VI,

    /// <summary>Ground Vehicles.</summary>
    VII,

    /// <summary>Aircraft and Related Articles.</summary>
    VIII,

    /// <summary>Military Training Equipment and Training.</summary>
    IX,

    /// <summary>Personal Protective Equipment.</summary>
    X,

    /// <summary>Military Electronics.</summary>
    XI,

    /// <summary>Fire Control, Laser, Imaging, and Guidance Equipment.</summary>
    XII,

    /// <summary>Materials and Miscellaneous Articles.</summary>
    XIII,

    /// <summary>Toxicological Agents, Including Chemical Agents, Biological Agents, and Associated Equipment.</summary>
    XIV,

    /// <summary>Spacecraft and Related Articles.</summary>
    XV,

    /// <summary>Nuclear Weapons Related Articles.</summary>
    XVI,

    /// <summary>Classified Articles, Technical Data, and Defense Services Not Otherwise Enumerated.</summary>
    XVII,

    /// <summary>Directed Energy Weapons.</summary>
    XVIII,

    /// <summary>Gas Turbine Engines and Associated Equipment.</summary>
    XIX,

    /// <summary>Submersible Vessels and Related Articles.</summary>
    XX,

    /// <summary>Articles, Technical Data, and Defense Services Not Otherwise Enumerated.</summary>
    XXI,
}
