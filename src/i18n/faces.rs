//! The bundled faces of the languages: window, charts and tests read the same bytes, and the program holds them once.

/// Simplified Chinese and English, regular.
pub static SC_REGULAR: &[u8] = include_bytes!("../../resources/fonts/AppSansSC-Regular.otf");
/// Simplified Chinese and English, bold.
pub static SC_BOLD: &[u8] = include_bytes!("../../resources/fonts/AppSansSC-Bold.otf");
/// Traditional Chinese, regular.
pub static TC_REGULAR: &[u8] = include_bytes!("../../resources/fonts/AppSansTC-Regular.otf");
/// Traditional Chinese, bold.
pub static TC_BOLD: &[u8] = include_bytes!("../../resources/fonts/AppSansTC-Bold.otf");
