//! The colours of charts (UI.md 12), as plain RGB: pictures always use the light ones, the screen both.

/// Red, green, blue.
pub type Rgb = (u8, u8, u8);

/// The colours of one mode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// Seven series, checked for colour-blind eyes.
    pub series: [Rgb; 7],
    /// 其他: always last and grey.
    pub rest: Rgb,
    /// Six steps of the heatmap: 0, 1–2, 3–5, 6–9, 10–14, 15 and more.
    pub heat: [Rgb; 6],
    /// 满意, 一般, 不满意: never green and red.
    pub votes: [Rgb; 3],
    /// Text.
    pub ink: Rgb,
    /// Second text.
    pub faint: Rgb,
    /// Gridlines.
    pub line: Rgb,
    /// The ground.
    pub ground: Rgb,
}

const fn rgb(hex: u32) -> Rgb {
    let [_, red, green, blue] = hex.to_be_bytes();
    (red, green, blue)
}

/// By day, and on every exported picture.
pub const LIGHT: Palette = Palette {
    series: [
        rgb(0x002A_67BD),
        rgb(0x00D2_7E28),
        rgb(0x0040_AA90),
        rgb(0x009A_2365),
        rgb(0x007A_BDE6),
        rgb(0x0053_6305),
        rgb(0x009F_81E0),
    ],
    rest: rgb(0x009A_9FA6),
    heat: [rgb(0x00F4_F7FB), rgb(0x00D8_E8FE), rgb(0x00B2_D0FC), rgb(0x0082_B0F3), rgb(0x0036_73CB), rgb(0x0018_4998)],
    votes: [rgb(0x0019_7CB3), rgb(0x00B8_BEC8), rgb(0x00D7_5A21)],
    ink: rgb(0x001B_1F24),
    faint: rgb(0x005A_6069),
    line: rgb(0x00DF_E3E8),
    ground: rgb(0x00FF_FFFF),
};

/// By night, on the screen.
pub const DARK: Palette = Palette {
    series: [
        rgb(0x004E_8CE6),
        rgb(0x00D5_8727),
        rgb(0x0087_E7C5),
        rgb(0x00B8_448A),
        rgb(0x006C_B5DA),
        rgb(0x007D_7B12),
        rgb(0x00DE_C3FF),
    ],
    rest: rgb(0x0070_757C),
    heat: [rgb(0x001C_2127), rgb(0x0020_3149), rgb(0x0025_4470), rgb(0x0030_5C9C), rgb(0x0036_67AE), rgb(0x0087_B3F4)],
    votes: [rgb(0x0051_A1D5), rgb(0x0058_5E66), rgb(0x00E8_7E42)],
    ink: rgb(0x00E8_EAED),
    faint: rgb(0x00A9_AFB8),
    line: rgb(0x0033_3940),
    ground: rgb(0x0016_1A1F),
};

/// The step of the heatmap for a count: 0 to 5. From step 4 on the text is light.
#[must_use]
pub const fn heat_step(count: u64) -> usize {
    match count {
        0 => 0,
        1..=2 => 1,
        3..=5 => 2,
        6..=9 => 3,
        10..=14 => 4,
        15.. => 5,
    }
}
