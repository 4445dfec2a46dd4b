//! The colours, from the design tokens (UI.md §2.1). Only this file names a colour.

use iced::Color;

/// Foreground, background, border and solid of one meaning.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tint {
    /// text and icons on `bg` or on a surface
    pub fg: Color,
    /// ground of a chip, badge or note
    pub bg: Color,
    /// border round `bg`
    pub border: Color,
    /// rings, bars, dots
    pub solid: Color,
}

/// What a colour means. Never alone: beside it stands an icon or a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Nothing special.
    Plain,
    /// Chosen, linked, one's own.
    Accent,
    /// In time.
    Ontime,
    /// 预警
    Soon,
    /// 超时
    Late,
    /// 已停
    Paused,
    /// Done, good.
    Success,
    /// Worth knowing.
    Info,
    /// 已升级
    Escalated,
}

/// Every colour of one mode.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Palette {
    /// window background
    pub canvas: Color,
    /// cards, panes
    pub surface: Color,
    /// lanes, wells, table heads
    pub sunken: Color,
    /// left rail, status bar
    pub rail: Color,
    /// popovers, modals, drag ghost
    pub raised: Color,
    /// row or button under the pointer
    pub hover: Color,
    /// pressed
    pub pressed: Color,
    /// selected row
    pub selected: Color,
    /// hairlines
    pub line: Color,
    /// borders of buttons and chips
    pub line_strong: Color,
    /// borders of inputs (3:1)
    pub field: Color,
    /// primary text
    pub ink: Color,
    /// secondary text
    pub ink2: Color,
    /// captions
    pub ink3: Color,
    /// disabled text only
    pub ink_off: Color,
    /// primary button, focus ring
    pub accent: Color,
    /// primary button hovered
    pub accent_hover: Color,
    /// selected segment, chip
    pub accent_soft: Color,
    /// border on accentSoft
    pub accent_line: Color,
    /// links, selected text
    pub accent_ink: Color,
    /// text on accent
    pub on_accent: Color,
    /// text on `late.solid`
    pub on_late: Color,
    /// behind modals, use alpha 0.38 light / 0.55 dark
    pub scrim: Color,
    /// shadow colour
    pub shadow: Color,
    /// report preview page
    pub paper: Color,
    /// text on paper
    pub paper_ink: Color,
    /// lines on paper
    pub paper_line: Color,
    /// table heads on paper
    pub paper_head: Color,
    /// good news on a toast
    pub toast_good: Color,
    /// 撤销 on a toast
    pub toast_link: Color,
    /// search hit, changed text
    pub mark: Color,
    /// see [`Tone`]
    pub ontime: Tint,
    /// see [`Tone`]
    pub soon: Tint,
    /// see [`Tone`]
    pub late: Tint,
    /// see [`Tone`]
    pub paused: Tint,
    /// see [`Tone`]
    pub success: Tint,
    /// see [`Tone`]
    pub info: Tint,
    /// see [`Tone`]
    pub escalated: Tint,
    /// series 1–7 in this order, then 其他
    pub chart: [Color; 8],
    /// 0 → most
    pub heat: [Color; 6],
    /// text on the last step of `heat`
    pub heat_top_ink: Color,
    /// 满意, 一般, 不满意
    pub satisfaction: [Color; 3],
}

impl Palette {
    /// The colours of a meaning.
    #[must_use]
    pub const fn tint(&self, tone: Tone) -> Tint {
        match tone {
            Tone::Plain => Tint { fg: self.ink2, bg: self.sunken, border: self.line, solid: self.line_strong },
            Tone::Accent => {
                Tint { fg: self.accent_ink, bg: self.accent_soft, border: self.accent_line, solid: self.accent }
            }
            Tone::Ontime => self.ontime,
            Tone::Soon => self.soon,
            Tone::Late => self.late,
            Tone::Paused => self.paused,
            Tone::Success => self.success,
            Tone::Info => self.info,
            Tone::Escalated => self.escalated,
        }
    }

    /// Text on a cell of the heat map; `step` counts from 0, the emptiest.
    #[must_use]
    pub const fn heat_ink(&self, step: usize) -> Color {
        match step {
            0..=3 => self.ink,
            4 => self.on_accent,
            _ => self.heat_top_ink,
        }
    }

    /// The same with stronger secondary text and lines (高对比).
    #[must_use]
    pub const fn contrasted(mut self) -> Self {
        self.ink3 = self.ink2;
        self.ink2 = self.ink;
        self.line = self.field;
        self
    }
}

const fn hex(rgb: u32) -> Color {
    let [_, red, green, blue] = rgb.to_be_bytes();
    Color::from_rgb8(red, green, blue)
}

/// 浅色
pub const LIGHT: Palette = Palette {
    canvas: hex(0x00F2_F4F6),
    surface: hex(0x00FF_FFFF),
    sunken: hex(0x00ED_EFF2),
    rail: hex(0x00E9_ECF1),
    raised: hex(0x00FF_FFFF),
    hover: hex(0x00E8_EBF0),
    pressed: hex(0x00DF_E3EA),
    selected: hex(0x00E4_EDFE),
    line: hex(0x00DD_E0E4),
    line_strong: hex(0x00C5_C9D0),
    field: hex(0x0087_8D95),
    ink: hex(0x0019_1E27),
    ink2: hex(0x0046_4E58),
    ink3: hex(0x0063_6974),
    ink_off: hex(0x0097_9CA3),
    accent: hex(0x002A_5DBF),
    accent_hover: hex(0x001A_4CAD),
    accent_soft: hex(0x00EA_F1FF),
    accent_line: hex(0x00A0_BEF5),
    accent_ink: hex(0x001D_4FB0),
    on_accent: hex(0x00FF_FFFF),
    on_late: hex(0x00FF_FFFF),
    scrim: hex(0x0014_181F),
    // The design says #101828; in eight faint layers its blue would be rounded up to violet.
    shadow: hex(0x0000_0000),
    paper: hex(0x00FF_FFFF),
    paper_ink: hex(0x0014_181F),
    paper_line: hex(0x0014_181F),
    paper_head: hex(0x00D9_D9D9),
    toast_good: hex(0x007B_D6A0),
    toast_link: hex(0x00A9_C6FF),
    mark: hex(0x00FD_F5D5),
    ontime: Tint { fg: hex(0x0014_654D), bg: hex(0x00E5_F8F0), border: hex(0x00AA_D4C3), solid: hex(0x002F_9474) },
    soon: Tint { fg: hex(0x0082_4D00), bg: hex(0x00FE_F1D8), border: hex(0x00E0_C59B), solid: hex(0x00EA_952D) },
    late: Tint { fg: hex(0x00B3_1C1E), bg: hex(0x00FF_EEEC), border: hex(0x00FF_B2A9), solid: hex(0x00D7_2828) },
    paused: Tint { fg: hex(0x004E_5767), bg: hex(0x00EB_EFF4), border: hex(0x00C3_C9D4), solid: hex(0x007C_8799) },
    success: Tint { fg: hex(0x001B_6734), bg: hex(0x00E6_F8E9), border: hex(0x00AB_D6B3), solid: hex(0x0031_914E) },
    info: Tint { fg: hex(0x0000_6083), bg: hex(0x00E8_F5FC), border: hex(0x00A2_D1EA), solid: hex(0x0016_88B5) },
    escalated: Tint { fg: hex(0x0081_278F), bg: hex(0x00FB_EDFD), border: hex(0x00E8_B3F0), solid: hex(0x00A2_40B2) },
    chart: [
        hex(0x002A_67BD),
        hex(0x00D2_7E28),
        hex(0x0040_AA90),
        hex(0x009A_2365),
        hex(0x007A_BDE6),
        hex(0x0053_6305),
        hex(0x009F_81E0),
        hex(0x009A_9FA6),
    ],
    heat: [hex(0x00F4_F7FB), hex(0x00D8_E8FE), hex(0x00B2_D0FC), hex(0x0082_B0F3), hex(0x0036_73CB), hex(0x0018_4998)],
    heat_top_ink: hex(0x00FF_FFFF),
    satisfaction: [hex(0x0019_7CB3), hex(0x00B8_BEC8), hex(0x00D7_5A21)],
};

/// 深色
pub const DARK: Palette = Palette {
    canvas: hex(0x0011_1418),
    surface: hex(0x0018_1B20),
    sunken: hex(0x000D_1014),
    rail: hex(0x000C_0F13),
    raised: hex(0x0021_252B),
    hover: hex(0x0021_252B),
    pressed: hex(0x0029_2E35),
    selected: hex(0x001F_2B42),
    line: hex(0x002A_2E34),
    line_strong: hex(0x003E_434A),
    field: hex(0x0060_676F),
    ink: hex(0x00E7_EAEE),
    ink2: hex(0x00B6_BBC2),
    ink3: hex(0x0093_99A1),
    ink_off: hex(0x005C_6167),
    accent: hex(0x0037_6ACF),
    accent_hover: hex(0x003D_71D6),
    accent_soft: hex(0x0019_2948),
    accent_line: hex(0x0032_5392),
    accent_ink: hex(0x0096_BBFE),
    on_accent: hex(0x00FF_FFFF),
    on_late: hex(0x0014_181F),
    scrim: hex(0x0000_0000),
    shadow: hex(0x0000_0000),
    paper: hex(0x00EE_F0F3),
    paper_ink: hex(0x0014_181F),
    paper_line: hex(0x0014_181F),
    paper_head: hex(0x00D9_D9D9),
    toast_good: hex(0x001B_6734),
    toast_link: hex(0x001D_4FB0),
    mark: hex(0x004A_3F16),
    ontime: Tint { fg: hex(0x008A_D5B8), bg: hex(0x0016_2F25), border: hex(0x002F_5648), solid: hex(0x0060_C09E) },
    soon: Tint { fg: hex(0x00E8_BA72), bg: hex(0x0036_260E), border: hex(0x0064_4626), solid: hex(0x00EF_A831) },
    late: Tint { fg: hex(0x00FB_988D), bg: hex(0x0040_1D1A), border: hex(0x0075_3933), solid: hex(0x00DC_5E55) },
    paused: Tint { fg: hex(0x00B9_C3D5), bg: hex(0x0026_292F), border: hex(0x0048_4D57), solid: hex(0x008E_99AB) },
    success: Tint { fg: hex(0x0090_D69E), bg: hex(0x0017_2F1C), border: hex(0x0031_573A), solid: hex(0x0052_AF6A) },
    info: Tint { fg: hex(0x007C_CEF8), bg: hex(0x0010_2C3A), border: hex(0x0027_5368), solid: hex(0x003E_A4D3) },
    escalated: Tint { fg: hex(0x00E3_ACEB), bg: hex(0x0035_1F39), border: hex(0x0062_3C68), solid: hex(0x00C5_73D2) },
    chart: [
        hex(0x004E_8CE6),
        hex(0x00D5_8727),
        hex(0x0087_E7C5),
        hex(0x00B8_448A),
        hex(0x006C_B5DA),
        hex(0x007D_7B12),
        hex(0x00DE_C3FF),
        hex(0x0070_757C),
    ],
    heat: [hex(0x001C_2127), hex(0x0020_3149), hex(0x0025_4470), hex(0x0030_5C9C), hex(0x0036_67AE), hex(0x0087_B3F4)],
    heat_top_ink: hex(0x000D_1014),
    satisfaction: [hex(0x0051_A1D5), hex(0x0058_5E66), hex(0x00E8_7E42)],
};
