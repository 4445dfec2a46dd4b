//! Icons: code points of `resources/fonts/AppIcons.ttf`, a subset of Lucide (ISC licence, resources/icons/LICENSE).
//!
//! Written by `resources/fonts/subset_icons.py`; [`crate::ui::widget::icon`] draws them.

/// One icon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Icon(pub char);

/// `activity`
pub const ACTIVITY: Icon = Icon('\u{e038}');
/// `alarm-clock`
pub const ALARM_CLOCK: Icon = Icon('\u{e03a}');
/// `arrow-big-up`
pub const ARROW_BIG_UP: Icon = Icon('\u{e1e4}');
/// `arrow-right-to-line`
pub const ARROW_RIGHT_TO_LINE: Icon = Icon('\u{e459}');
/// `delete`
pub const DELETE: Icon = Icon('\u{e0ae}');
/// `option`
pub const OPTION: Icon = Icon('\u{e1f8}');
/// `grip-vertical`
pub const GRIP_VERTICAL: Icon = Icon('\u{e0eb}');
/// `id-card`
pub const ID_CARD: Icon = Icon('\u{e617}');
/// `user-cog`
pub const USER_COG: Icon = Icon('\u{e342}');
/// `circle-dashed`
pub const CIRCLE_DASHED: Icon = Icon('\u{e4b0}');
/// `at-sign`
pub const AT_SIGN: Icon = Icon('\u{e04e}');
/// `zap`
pub const ZAP: Icon = Icon('\u{e1b4}');
/// `file-clock`
pub const FILE_CLOCK: Icon = Icon('\u{e315}');
/// `file-search`
pub const FILE_SEARCH: Icon = Icon('\u{e0cb}');
/// `book-text`
pub const BOOK_TEXT: Icon = Icon('\u{e54b}');
/// `presentation`
pub const PRESENTATION: Icon = Icon('\u{e4ae}');
/// `archive`
pub const ARCHIVE: Icon = Icon('\u{e041}');
/// `archive-restore`
pub const ARCHIVE_RESTORE: Icon = Icon('\u{e2cd}');
/// `arrow-down`
pub const ARROW_DOWN: Icon = Icon('\u{e042}');
/// `arrow-left`
pub const ARROW_LEFT: Icon = Icon('\u{e048}');
/// `arrow-right`
pub const ARROW_RIGHT: Icon = Icon('\u{e049}');
/// `arrow-up`
pub const ARROW_UP: Icon = Icon('\u{e04a}');
/// `arrow-up-down`
pub const ARROW_UP_DOWN: Icon = Icon('\u{e37d}');
/// `arrow-up-right`
pub const ARROW_UP_RIGHT: Icon = Icon('\u{e04d}');
/// `badge-alert`
pub const BADGE_ALERT: Icon = Icon('\u{e475}');
/// `badge-check`
pub const BADGE_CHECK: Icon = Icon('\u{e241}');
/// `ban`
pub const BAN: Icon = Icon('\u{e051}');
/// `banknote`
pub const BANKNOTE: Icon = Icon('\u{e052}');
/// `bell`
pub const BELL: Icon = Icon('\u{e059}');
/// `bell-ring`
pub const BELL_RING: Icon = Icon('\u{e224}');
/// `book-open`
pub const BOOK_OPEN: Icon = Icon('\u{e05f}');
/// `bookmark`
pub const BOOKMARK: Icon = Icon('\u{e060}');
/// `building-2`
pub const BUILDING_2: Icon = Icon('\u{e290}');
/// `calendar`
pub const CALENDAR: Icon = Icon('\u{e063}');
/// `calendar-clock`
pub const CALENDAR_CLOCK: Icon = Icon('\u{e304}');
/// `calendar-days`
pub const CALENDAR_DAYS: Icon = Icon('\u{e2b9}');
/// `calendar-off`
pub const CALENDAR_OFF: Icon = Icon('\u{e2bb}');
/// `chart-column`
pub const CHART_COLUMN: Icon = Icon('\u{e2a3}');
/// `chart-line`
pub const CHART_LINE: Icon = Icon('\u{e2a5}');
/// `chart-pie`
pub const CHART_PIE: Icon = Icon('\u{e06b}');
/// `check`
pub const CHECK: Icon = Icon('\u{e06c}');
/// `chevron-down`
pub const CHEVRON_DOWN: Icon = Icon('\u{e06d}');
/// `chevron-left`
pub const CHEVRON_LEFT: Icon = Icon('\u{e06e}');
/// `chevron-right`
pub const CHEVRON_RIGHT: Icon = Icon('\u{e06f}');
/// `chevron-up`
pub const CHEVRON_UP: Icon = Icon('\u{e070}');
/// `chevrons-down`
pub const CHEVRONS_DOWN: Icon = Icon('\u{e071}');
/// `chevrons-left`
pub const CHEVRONS_LEFT: Icon = Icon('\u{e072}');
/// `chevrons-right`
pub const CHEVRONS_RIGHT: Icon = Icon('\u{e073}');
/// `chevrons-up`
pub const CHEVRONS_UP: Icon = Icon('\u{e074}');
/// `chevrons-up-down`
pub const CHEVRONS_UP_DOWN: Icon = Icon('\u{e211}');
/// `circle`
pub const CIRCLE: Icon = Icon('\u{e076}');
/// `circle-alert`
pub const CIRCLE_ALERT: Icon = Icon('\u{e077}');
/// `circle-check`
pub const CIRCLE_CHECK: Icon = Icon('\u{e226}');
/// `circle-dot`
pub const CIRCLE_DOT: Icon = Icon('\u{e345}');
/// `circle-pause`
pub const CIRCLE_PAUSE: Icon = Icon('\u{e07f}');
/// `circle-question-mark`
pub const CIRCLE_QUESTION_MARK: Icon = Icon('\u{e082}');
/// `circle-user`
pub const CIRCLE_USER: Icon = Icon('\u{e461}');
/// `circle-x`
pub const CIRCLE_X: Icon = Icon('\u{e084}');
/// `clipboard`
pub const CLIPBOARD: Icon = Icon('\u{e085}');
/// `clipboard-check`
pub const CLIPBOARD_CHECK: Icon = Icon('\u{e219}');
/// `clipboard-list`
pub const CLIPBOARD_LIST: Icon = Icon('\u{e086}');
/// `clock`
pub const CLOCK: Icon = Icon('\u{e087}');
/// `cloud`
pub const CLOUD: Icon = Icon('\u{e088}');
/// `cloud-off`
pub const CLOUD_OFF: Icon = Icon('\u{e08d}');
/// `columns-3`
pub const COLUMNS_3: Icon = Icon('\u{e099}');
/// `command`
pub const COMMAND: Icon = Icon('\u{e09a}');
/// `contact`
pub const CONTACT: Icon = Icon('\u{e09c}');
/// `contrast`
pub const CONTRAST: Icon = Icon('\u{e09d}');
/// `copy`
pub const COPY: Icon = Icon('\u{e09e}');
/// `corner-down-left`
pub const CORNER_DOWN_LEFT: Icon = Icon('\u{e0a1}');
/// `crown`
pub const CROWN: Icon = Icon('\u{e1d6}');
/// `database`
pub const DATABASE: Icon = Icon('\u{e0ad}');
/// `database-backup`
pub const DATABASE_BACKUP: Icon = Icon('\u{e3ab}');
/// `download`
pub const DOWNLOAD: Icon = Icon('\u{e0b2}');
/// `ellipsis`
pub const ELLIPSIS: Icon = Icon('\u{e0b6}');
/// `ellipsis-vertical`
pub const ELLIPSIS_VERTICAL: Icon = Icon('\u{e0b7}');
/// `external-link`
pub const EXTERNAL_LINK: Icon = Icon('\u{e0b9}');
/// `eye`
pub const EYE: Icon = Icon('\u{e0ba}');
/// `eye-off`
pub const EYE_OFF: Icon = Icon('\u{e0bb}');
/// `file`
pub const FILE: Icon = Icon('\u{e0c0}');
/// `file-check-2`
pub const FILE_CHECK_2: Icon = Icon('\u{e0c2}');
/// `file-down`
pub const FILE_DOWN: Icon = Icon('\u{e318}');
/// `file-lock-2`
pub const FILE_LOCK_2: Icon = Icon('\u{e31e}');
/// `file-pen-line`
pub const FILE_PEN_LINE: Icon = Icon('\u{e320}');
/// `file-spreadsheet`
pub const FILE_SPREADSHEET: Icon = Icon('\u{e326}');
/// `file-text`
pub const FILE_TEXT: Icon = Icon('\u{e0cc}');
/// `file-up`
pub const FILE_UP: Icon = Icon('\u{e32a}');
/// `flag`
pub const FLAG: Icon = Icon('\u{e0d1}');
/// `flame`
pub const FLAME: Icon = Icon('\u{e0d2}');
/// `folder`
pub const FOLDER: Icon = Icon('\u{e0d7}');
/// `folder-open`
pub const FOLDER_OPEN: Icon = Icon('\u{e247}');
/// `frown`
pub const FROWN: Icon = Icon('\u{e0db}');
/// `funnel`
pub const FUNNEL: Icon = Icon('\u{e0dc}');
/// `gauge`
pub const GAUGE: Icon = Icon('\u{e1bf}');
/// `git-branch`
pub const GIT_BRANCH: Icon = Icon('\u{e0e2}');
/// `globe`
pub const GLOBE: Icon = Icon('\u{e0e8}');
/// `hard-drive`
pub const HARD_DRIVE: Icon = Icon('\u{e0ed}');
/// `hash`
pub const HASH: Icon = Icon('\u{e0ef}');
/// `headphones`
pub const HEADPHONES: Icon = Icon('\u{e0f1}');
/// `heart`
pub const HEART: Icon = Icon('\u{e0f2}');
/// `history`
pub const HISTORY: Icon = Icon('\u{e1f5}');
/// `hourglass`
pub const HOURGLASS: Icon = Icon('\u{e296}');
/// `house`
pub const HOUSE: Icon = Icon('\u{e0f5}');
/// `image`
pub const IMAGE: Icon = Icon('\u{e0f6}');
/// `inbox`
pub const INBOX: Icon = Icon('\u{e0f7}');
/// `info`
pub const INFO: Icon = Icon('\u{e0f9}');
/// `key-round`
pub const KEY_ROUND: Icon = Icon('\u{e4a3}');
/// `keyboard`
pub const KEYBOARD: Icon = Icon('\u{e284}');
/// `languages`
pub const LANGUAGES: Icon = Icon('\u{e0fe}');
/// `layers`
pub const LAYERS: Icon = Icon('\u{e529}');
/// `layout-dashboard`
pub const LAYOUT_DASHBOARD: Icon = Icon('\u{e1c1}');
/// `lightbulb`
pub const LIGHTBULB: Icon = Icon('\u{e1c2}');
/// `link`
pub const LINK: Icon = Icon('\u{e102}');
/// `list`
pub const LIST: Icon = Icon('\u{e106}');
/// `list-checks`
pub const LIST_CHECKS: Icon = Icon('\u{e1d0}');
/// `loader-circle`
pub const LOADER_CIRCLE: Icon = Icon('\u{e10a}');
/// `lock`
pub const LOCK: Icon = Icon('\u{e10b}');
/// `lock-open`
pub const LOCK_OPEN: Icon = Icon('\u{e10c}');
/// `log-in`
pub const LOG_IN: Icon = Icon('\u{e10d}');
/// `log-out`
pub const LOG_OUT: Icon = Icon('\u{e10e}');
/// `mail`
pub const MAIL: Icon = Icon('\u{e10f}');
/// `map-pin`
pub const MAP_PIN: Icon = Icon('\u{e111}');
/// `maximize-2`
pub const MAXIMIZE_2: Icon = Icon('\u{e113}');
/// `megaphone`
pub const MEGAPHONE: Icon = Icon('\u{e235}');
/// `meh`
pub const MEH: Icon = Icon('\u{e114}');
/// `menu`
pub const MENU: Icon = Icon('\u{e115}');
/// `merge`
pub const MERGE: Icon = Icon('\u{e43f}');
/// `message-circle`
pub const MESSAGE_CIRCLE: Icon = Icon('\u{e116}');
/// `message-square`
pub const MESSAGE_SQUARE: Icon = Icon('\u{e117}');
/// `message-square-text`
pub const MESSAGE_SQUARE_TEXT: Icon = Icon('\u{e575}');
/// `mic`
pub const MIC: Icon = Icon('\u{e118}');
/// `minus`
pub const MINUS: Icon = Icon('\u{e11c}');
/// `monitor`
pub const MONITOR: Icon = Icon('\u{e11d}');
/// `moon`
pub const MOON: Icon = Icon('\u{e11e}');
/// `octagon-alert`
pub const OCTAGON_ALERT: Icon = Icon('\u{e127}');
/// `package`
pub const PACKAGE: Icon = Icon('\u{e129}');
/// `palette`
pub const PALETTE: Icon = Icon('\u{e1dd}');
/// `panel-left`
pub const PANEL_LEFT: Icon = Icon('\u{e12a}');
/// `panel-right`
pub const PANEL_RIGHT: Icon = Icon('\u{e431}');
/// `paperclip`
pub const PAPERCLIP: Icon = Icon('\u{e12d}');
/// `pause`
pub const PAUSE: Icon = Icon('\u{e12e}');
/// `pencil`
pub const PENCIL: Icon = Icon('\u{e1f9}');
/// `phone`
pub const PHONE: Icon = Icon('\u{e133}');
/// `phone-call`
pub const PHONE_CALL: Icon = Icon('\u{e134}');
/// `phone-incoming`
pub const PHONE_INCOMING: Icon = Icon('\u{e136}');
/// `phone-missed`
pub const PHONE_MISSED: Icon = Icon('\u{e137}');
/// `phone-off`
pub const PHONE_OFF: Icon = Icon('\u{e138}');
/// `phone-outgoing`
pub const PHONE_OUTGOING: Icon = Icon('\u{e139}');
/// `pin`
pub const PIN: Icon = Icon('\u{e259}');
/// `play`
pub const PLAY: Icon = Icon('\u{e13c}');
/// `plus`
pub const PLUS: Icon = Icon('\u{e13d}');
/// `printer`
pub const PRINTER: Icon = Icon('\u{e141}');
/// `quote`
pub const QUOTE: Icon = Icon('\u{e239}');
/// `redo-2`
pub const REDO_2: Icon = Icon('\u{e2a0}');
/// `refresh-cw`
pub const REFRESH_CW: Icon = Icon('\u{e145}');
/// `repeat-2`
pub const REPEAT_2: Icon = Icon('\u{e411}');
/// `reply`
pub const REPLY: Icon = Icon('\u{e22a}');
/// `rotate-ccw`
pub const ROTATE_CCW: Icon = Icon('\u{e148}');
/// `route`
pub const ROUTE: Icon = Icon('\u{e53e}');
/// `save`
pub const SAVE: Icon = Icon('\u{e14d}');
/// `scale`
pub const SCALE: Icon = Icon('\u{e212}');
/// `search`
pub const SEARCH: Icon = Icon('\u{e151}');
/// `send`
pub const SEND: Icon = Icon('\u{e152}');
/// `server`
pub const SERVER: Icon = Icon('\u{e153}');
/// `settings`
pub const SETTINGS: Icon = Icon('\u{e154}');
/// `shield`
pub const SHIELD: Icon = Icon('\u{e158}');
/// `shield-alert`
pub const SHIELD_ALERT: Icon = Icon('\u{e1fe}');
/// `shield-check`
pub const SHIELD_CHECK: Icon = Icon('\u{e1ff}');
/// `shopping-cart`
pub const SHOPPING_CART: Icon = Icon('\u{e15c}');
/// `signature`
pub const SIGNATURE: Icon = Icon('\u{e5f2}');
/// `skip-forward`
pub const SKIP_FORWARD: Icon = Icon('\u{e160}');
/// `sliders-horizontal`
pub const SLIDERS_HORIZONTAL: Icon = Icon('\u{e29a}');
/// `smile`
pub const SMILE: Icon = Icon('\u{e164}');
/// `sparkles`
pub const SPARKLES: Icon = Icon('\u{e412}');
/// `split`
pub const SPLIT: Icon = Icon('\u{e440}');
/// `square`
pub const SQUARE: Icon = Icon('\u{e167}');
/// `square-check`
pub const SQUARE_CHECK: Icon = Icon('\u{e559}');
/// `square-kanban`
pub const SQUARE_KANBAN: Icon = Icon('\u{e170}');
/// `stamp`
pub const STAMP: Icon = Icon('\u{e3bb}');
/// `star`
pub const STAR: Icon = Icon('\u{e176}');
/// `store`
pub const STORE: Icon = Icon('\u{e3e4}');
/// `sun`
pub const SUN: Icon = Icon('\u{e178}');
/// `table`
pub const TABLE: Icon = Icon('\u{e17d}');
/// `tag`
pub const TAG: Icon = Icon('\u{e17f}');
/// `tags`
pub const TAGS: Icon = Icon('\u{e35c}');
/// `target`
pub const TARGET: Icon = Icon('\u{e180}');
/// `thumbs-down`
pub const THUMBS_DOWN: Icon = Icon('\u{e189}');
/// `thumbs-up`
pub const THUMBS_UP: Icon = Icon('\u{e18a}');
/// `timer`
pub const TIMER: Icon = Icon('\u{e1e0}');
/// `trash-2`
pub const TRASH_2: Icon = Icon('\u{e18e}');
/// `trending-down`
pub const TRENDING_DOWN: Icon = Icon('\u{e190}');
/// `trending-up`
pub const TRENDING_UP: Icon = Icon('\u{e191}');
/// `triangle-alert`
pub const TRIANGLE_ALERT: Icon = Icon('\u{e193}');
/// `truck`
pub const TRUCK: Icon = Icon('\u{e194}');
/// `undo-2`
pub const UNDO_2: Icon = Icon('\u{e2a1}');
/// `unlink`
pub const UNLINK: Icon = Icon('\u{e19c}');
/// `unplug`
pub const UNPLUG: Icon = Icon('\u{e45d}');
/// `upload`
pub const UPLOAD: Icon = Icon('\u{e19e}');
/// `user`
pub const USER: Icon = Icon('\u{e19f}');
/// `user-check`
pub const USER_CHECK: Icon = Icon('\u{e1a0}');
/// `user-plus`
pub const USER_PLUS: Icon = Icon('\u{e1a2}');
/// `user-x`
pub const USER_X: Icon = Icon('\u{e1a3}');
/// `users`
pub const USERS: Icon = Icon('\u{e1a4}');
/// `wifi-off`
pub const WIFI_OFF: Icon = Icon('\u{e1af}');
/// `workflow`
pub const WORKFLOW: Icon = Icon('\u{e425}');
/// `wrench`
pub const WRENCH: Icon = Icon('\u{e1b1}');
/// `x`
pub const X: Icon = Icon('\u{e1b2}');
/// `zoom-in`
pub const ZOOM_IN: Icon = Icon('\u{e1b6}');
/// `zoom-out`
pub const ZOOM_OUT: Icon = Icon('\u{e1b7}');

/// Every icon, for the test that the font holds them.
#[cfg(test)]
pub(crate) const ALL: &[Icon] = &[
    ACTIVITY,
    ALARM_CLOCK,
    ARROW_BIG_UP,
    ARROW_RIGHT_TO_LINE,
    DELETE,
    OPTION,
    GRIP_VERTICAL,
    ID_CARD,
    USER_COG,
    CIRCLE_DASHED,
    AT_SIGN,
    ZAP,
    FILE_CLOCK,
    FILE_SEARCH,
    BOOK_TEXT,
    PRESENTATION,
    ARCHIVE,
    ARCHIVE_RESTORE,
    ARROW_DOWN,
    ARROW_LEFT,
    ARROW_RIGHT,
    ARROW_UP,
    ARROW_UP_DOWN,
    ARROW_UP_RIGHT,
    BADGE_ALERT,
    BADGE_CHECK,
    BAN,
    BANKNOTE,
    BELL,
    BELL_RING,
    BOOK_OPEN,
    BOOKMARK,
    BUILDING_2,
    CALENDAR,
    CALENDAR_CLOCK,
    CALENDAR_DAYS,
    CALENDAR_OFF,
    CHART_COLUMN,
    CHART_LINE,
    CHART_PIE,
    CHECK,
    CHEVRON_DOWN,
    CHEVRON_LEFT,
    CHEVRON_RIGHT,
    CHEVRON_UP,
    CHEVRONS_DOWN,
    CHEVRONS_LEFT,
    CHEVRONS_RIGHT,
    CHEVRONS_UP,
    CHEVRONS_UP_DOWN,
    CIRCLE,
    CIRCLE_ALERT,
    CIRCLE_CHECK,
    CIRCLE_DOT,
    CIRCLE_PAUSE,
    CIRCLE_QUESTION_MARK,
    CIRCLE_USER,
    CIRCLE_X,
    CLIPBOARD,
    CLIPBOARD_CHECK,
    CLIPBOARD_LIST,
    CLOCK,
    CLOUD,
    CLOUD_OFF,
    COLUMNS_3,
    COMMAND,
    CONTACT,
    CONTRAST,
    COPY,
    CORNER_DOWN_LEFT,
    CROWN,
    DATABASE,
    DATABASE_BACKUP,
    DOWNLOAD,
    ELLIPSIS,
    ELLIPSIS_VERTICAL,
    EXTERNAL_LINK,
    EYE,
    EYE_OFF,
    FILE,
    FILE_CHECK_2,
    FILE_DOWN,
    FILE_LOCK_2,
    FILE_PEN_LINE,
    FILE_SPREADSHEET,
    FILE_TEXT,
    FILE_UP,
    FLAG,
    FLAME,
    FOLDER,
    FOLDER_OPEN,
    FROWN,
    FUNNEL,
    GAUGE,
    GIT_BRANCH,
    GLOBE,
    HARD_DRIVE,
    HASH,
    HEADPHONES,
    HEART,
    HISTORY,
    HOURGLASS,
    HOUSE,
    IMAGE,
    INBOX,
    INFO,
    KEY_ROUND,
    KEYBOARD,
    LANGUAGES,
    LAYERS,
    LAYOUT_DASHBOARD,
    LIGHTBULB,
    LINK,
    LIST,
    LIST_CHECKS,
    LOADER_CIRCLE,
    LOCK,
    LOCK_OPEN,
    LOG_IN,
    LOG_OUT,
    MAIL,
    MAP_PIN,
    MAXIMIZE_2,
    MEGAPHONE,
    MEH,
    MENU,
    MERGE,
    MESSAGE_CIRCLE,
    MESSAGE_SQUARE,
    MESSAGE_SQUARE_TEXT,
    MIC,
    MINUS,
    MONITOR,
    MOON,
    OCTAGON_ALERT,
    PACKAGE,
    PALETTE,
    PANEL_LEFT,
    PANEL_RIGHT,
    PAPERCLIP,
    PAUSE,
    PENCIL,
    PHONE,
    PHONE_CALL,
    PHONE_INCOMING,
    PHONE_MISSED,
    PHONE_OFF,
    PHONE_OUTGOING,
    PIN,
    PLAY,
    PLUS,
    PRINTER,
    QUOTE,
    REDO_2,
    REFRESH_CW,
    REPEAT_2,
    REPLY,
    ROTATE_CCW,
    ROUTE,
    SAVE,
    SCALE,
    SEARCH,
    SEND,
    SERVER,
    SETTINGS,
    SHIELD,
    SHIELD_ALERT,
    SHIELD_CHECK,
    SHOPPING_CART,
    SIGNATURE,
    SKIP_FORWARD,
    SLIDERS_HORIZONTAL,
    SMILE,
    SPARKLES,
    SPLIT,
    SQUARE,
    SQUARE_CHECK,
    SQUARE_KANBAN,
    STAMP,
    STAR,
    STORE,
    SUN,
    TABLE,
    TAG,
    TAGS,
    TARGET,
    THUMBS_DOWN,
    THUMBS_UP,
    TIMER,
    TRASH_2,
    TRENDING_DOWN,
    TRENDING_UP,
    TRIANGLE_ALERT,
    TRUCK,
    UNDO_2,
    UNLINK,
    UNPLUG,
    UPLOAD,
    USER,
    USER_CHECK,
    USER_PLUS,
    USER_X,
    USERS,
    WIFI_OFF,
    WORKFLOW,
    WRENCH,
    X,
    ZOOM_IN,
    ZOOM_OUT,
];

#[cfg(test)]
mod tests {
    use ab_glyph::{Font as _, FontRef};

    #[test]
    fn the_font_holds_every_icon() {
        let font = include_bytes!("../../resources/fonts/AppIcons.ttf");
        let font = FontRef::try_from_slice(font).unwrap();
        for icon in super::ALL {
            assert!(font.glyph_id(icon.0).0 != 0, "{icon:?}");
        }
    }
}
