//! The keys in one table: the whole program's are handled from it, and F1 is drawn from it.
//!
//! What a screen does with a key is its own business; F1 asks the screen itself whether a key would do something now,
//! so the sheet cannot promise what does not happen.

use iced::keyboard::key::Named;

use crate::i18n::Texts;
use crate::ui::keys::Shortcut;
use crate::ui::part::form::Step;
use crate::ui::part::phrases::PHRASES;
use crate::ui::screen::Place;

/// What a key of the whole program does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Does {
    Palette,
    Go(Place),
    Rail,
    Larger,
    Smaller,
    Ordinary,
    Help,
    Cloak,
    Undo,
    CloseAside,
    ScrollAside(Step),
}

/// Closes what stands beside the screen.
pub(super) const ASIDE_CLOSE: Shortcut = Shortcut::command('w');

/// Words for a key.
pub(super) type Words = for<'a> fn(&'a Texts) -> &'a str;

/// The keys of the whole program. Lines with the same words follow each other and are drawn as one.
pub(super) const GLOBAL: &[(Words, Shortcut, Does)] = &[
    (Texts::keys_palette, Shortcut::command('k'), Does::Palette),
    (Texts::keys_register, Shortcut::command('n'), Does::Go(Place::Intake)),
    (Texts::keys_go, Shortcut::command('1'), Does::Go(Place::Today)),
    (Texts::keys_go, Shortcut::command('2'), Does::Go(Place::Board)),
    (Texts::keys_go, Shortcut::command('3'), Does::Go(Place::Handling)),
    (Texts::keys_go, Shortcut::command('4'), Does::Go(Place::Callback)),
    (Texts::keys_go, Shortcut::command('5'), Does::Go(Place::Charts)),
    (Texts::keys_go, Shortcut::command('6'), Does::Go(Place::Reports)),
    (Texts::keys_go, Shortcut::command('7'), Does::Go(Place::Customers)),
    (Texts::keys_settings, Shortcut::command(','), Does::Go(Place::Settings)),
    (Texts::keys_undo, Shortcut::command('z'), Does::Undo),
    (Texts::keys_rail, Shortcut::command('b'), Does::Rail),
    (Texts::keys_cloak, Shortcut::named(Named::F9), Does::Cloak),
    (Texts::keys_zoom, Shortcut::command('='), Does::Larger),
    (Texts::keys_zoom, Shortcut::command('+'), Does::Larger),
    (Texts::keys_zoom, Shortcut::command('-'), Does::Smaller),
    (Texts::keys_zoom, Shortcut::command('0'), Does::Ordinary),
    (Texts::keys_aside, ASIDE_CLOSE, Does::CloseAside),
    (Texts::keys_aside_scroll, Shortcut::named(Named::PageDown).with_command(), Does::ScrollAside(Step::Next)),
    (Texts::keys_aside_scroll, Shortcut::named(Named::PageUp).with_command(), Does::ScrollAside(Step::Previous)),
    (Texts::keys_help, Shortcut::named(Named::F1), Does::Help),
    (Texts::keys_help, Shortcut::sign('?'), Does::Help),
];

/// A line of a screen: what its keys do.
pub(super) type Line = (Words, &'static [Shortcut]);

const UP: Shortcut = Shortcut::named(Named::ArrowUp);
const DOWN: Shortcut = Shortcut::named(Named::ArrowDown);
const LEFT: Shortcut = Shortcut::named(Named::ArrowLeft);
const RIGHT: Shortcut = Shortcut::named(Named::ArrowRight);
const HOME: Shortcut = Shortcut::named(Named::Home);
const PAGE_UP: Shortcut = Shortcut::named(Named::PageUp);
const PAGE_DOWN: Shortcut = Shortcut::named(Named::PageDown);
const END: Shortcut = Shortcut::named(Named::End);
const ENTER: Shortcut = Shortcut::named(Named::Enter);
const SUBMIT: Shortcut = ENTER.with_command();
const SUBMIT_ALL: Shortcut = SUBMIT.with_shift();
const SPACE: Shortcut = Shortcut::named(Named::Space);
const TAB: Shortcut = Shortcut::named(Named::Tab);
const BACK_TAB: Shortcut = TAB.with_shift();
const ESCAPE: Shortcut = Shortcut::named(Named::Escape);

/// The stops of a screen.
const STOPS: Line = (Texts::keys_stops, &[TAB, BACK_TAB]);
/// The number of a row, where letters are verbs (UI.md 7).
const SEEK: Line = (
    Texts::keys_seek,
    &[
        Shortcut::sign('0'),
        Shortcut::sign('1'),
        Shortcut::sign('2'),
        Shortcut::sign('3'),
        Shortcut::sign('4'),
        Shortcut::sign('5'),
        Shortcut::sign('6'),
        Shortcut::sign('7'),
        Shortcut::sign('8'),
        Shortcut::sign('9'),
    ],
);
/// Out of a field, a form, a dock.
const LEAVE: Line = (Texts::keys_leave, &[ESCAPE]);

const TODAY: &[Line] = &[
    (Texts::keys_rows, &[UP, DOWN]),
    (Texts::keys_ends, &[HOME, END]),
    SEEK,
    (Texts::keys_columns, &[LEFT, RIGHT, TAB.with_command()]),
    (Texts::keys_open, &[ENTER]),
    (Texts::keys_do_due, &[SUBMIT]),
    (Texts::keys_remind, &[Shortcut::sign('u')]),
    (Texts::keys_call, &[Shortcut::sign('c')]),
    (Texts::keys_reassign, &[Shortcut::sign('r')]),
    (Texts::keys_take_up, &[Shortcut::sign('m')]),
    (Texts::keys_finish, &[SPACE]),
    (Texts::keys_briefing, &[Shortcut::command('p')]),
    (Texts::keys_press, &[SPACE]),
    STOPS,
    LEAVE,
];

const BOARD: &[Line] = &[
    (Texts::keys_cards, &[LEFT, RIGHT, UP, DOWN]),
    (Texts::keys_ends, &[HOME, END]),
    (Texts::keys_pages, &[PAGE_UP, PAGE_DOWN]),
    SEEK,
    (Texts::keys_find, &[Shortcut::command('f')]),
    (Texts::keys_tick, &[SPACE]),
    (Texts::keys_tick_all, &[Shortcut::command('a')]),
    (Texts::keys_case_menu, &[Shortcut::sign('m'), Shortcut::named(Named::ContextMenu)]),
    (Texts::keys_updates, &[Shortcut::named(Named::F5)]),
    (Texts::keys_export, &[Shortcut::command('e')]),
    (Texts::keys_open, &[ENTER, Shortcut::sign('e')]),
    (Texts::keys_project, &[Shortcut::sign('p')]),
    (Texts::keys_exemptions, &[Shortcut::sign('x')]),
    (Texts::keys_dock, &[Shortcut::sign('d')]),
    (
        Texts::keys_dock_choose,
        &[Shortcut::sign('1'), Shortcut::sign('2'), Shortcut::sign('3'), Shortcut::sign('4'), Shortcut::sign('5')],
    ),
    (Texts::keys_dock_send, &[SUBMIT]),
    (Texts::keys_remind, &[Shortcut::sign('u')]),
    (Texts::keys_track, &[Shortcut::sign('k')]),
    (Texts::keys_layout, &[Shortcut::sign('v')]),
    STOPS,
    LEAVE,
];

const HANDLING: &[Line] = &[
    (Texts::keys_cases, &[UP, DOWN]),
    SEEK,
    (Texts::keys_accept, &[Shortcut::sign('a')]),
    (
        Texts::keys_quick,
        &[
            Shortcut::named(Named::F2),
            Shortcut::named(Named::F3),
            Shortcut::named(Named::F4),
            Shortcut::named(Named::F5),
            Shortcut::named(Named::F6),
        ],
    ),
    (Texts::keys_report, &[SUBMIT]),
    (Texts::files_add, &[ATTACH]),
    (Texts::keys_phrases, &[PHRASES]),
    (Texts::keys_hand_in, &[SUBMIT_ALL]),
    (Texts::keys_send_back, &[Shortcut::named(Named::Backspace).with_command()]),
    (Texts::keys_history, &[TAB.with_command()]),
    (Texts::keys_next_field, &[ENTER]),
    (Texts::keys_chips, &[LEFT, RIGHT]),
    (Texts::keys_digits, &[Shortcut::sign('1'), Shortcut::sign('2'), Shortcut::sign('3')]),
    (Texts::keys_press, &[SPACE]),
    TAKE_AWAY,
    STOPS,
    LEAVE,
];

const CALLBACK: &[Line] = &[
    (Texts::keys_cases, &[UP, DOWN]),
    (Texts::keys_script, &[SPACE, LEFT]),
    (Texts::keys_digits, &[Shortcut::sign('1'), Shortcut::sign('2'), Shortcut::sign('3')]),
    (Texts::keys_answers, &[Shortcut::named(Named::F2), Shortcut::named(Named::F3), Shortcut::named(Named::F4)]),
    (Texts::keys_phrases, &[PHRASES]),
    (Texts::keys_save_next, &[SUBMIT]),
    (Texts::keys_share, &[Shortcut::sign('b')]),
    (Texts::keys_whose, &[Shortcut::sign('m')]),
    (Texts::keys_tick_all, &[Shortcut::command('a')]),
    (Texts::keys_press, &[ENTER]),
    STOPS,
    LEAVE,
];

const ATTACH: Shortcut = Shortcut::command('o');

const INTAKE: &[Line] = &[
    (Texts::keys_next_field, &[ENTER]),
    (Texts::keys_sections, &[Shortcut::named(Named::F7), Shortcut::named(Named::F7).with_shift()]),
    (Texts::keys_gap, &[Shortcut::named(Named::F8)]),
    (Texts::keys_digits, &[Shortcut::sign('1'), Shortcut::sign('2'), Shortcut::sign('3')]),
    (Texts::keys_suggestion, &[RIGHT]),
    (Texts::keys_callers, &[UP, DOWN]),
    (Texts::keys_chips, &[LEFT]),
    (Texts::keys_press, &[SPACE]),
    (Texts::keys_draft, &[Shortcut::command('s')]),
    (Texts::keys_drafts, &[Shortcut::named(Named::F6)]),
    (Texts::keys_phrases, &[PHRASES]),
    (Texts::files_add, &[ATTACH]),
    (Texts::intake_copy, &[Shortcut::named(Named::F3)]),
    (Texts::keys_columns, &[Shortcut::named(Named::Tab).with_command()]),
    (Texts::keys_solve, &[Shortcut::command('d')]),
    (Texts::keys_register_only, &[SUBMIT]),
    (Texts::keys_register_dispatch, &[SUBMIT_ALL]),
    STOPS,
    LEAVE,
];

const CHARTS: &[Line] = &[
    (Texts::keys_period, &[LEFT, RIGHT]),
    (Texts::keys_days, &[Shortcut::sign('p')]),
    (Texts::keys_find, &[Shortcut::command('f')]),
    (Texts::keys_marks, &[UP, DOWN]),
    (Texts::keys_drill, &[ENTER]),
    (Texts::keys_list, &[Shortcut::sign('l')]),
    (Texts::keys_export, &[Shortcut::command('e')]),
    STOPS,
    (Texts::keys_back, &[ESCAPE]),
];

/// What every page that is drawn with `part::keyed` answers to.
const PLACES: Line = (Texts::keys_places, &[LEFT, RIGHT, UP, DOWN]);
const ENDS: Line = (Texts::keys_ends, &[HOME, END]);
const PAGES: Line = (Texts::keys_pages, &[PAGE_UP, PAGE_DOWN]);
const PRESSES: Line = (Texts::keys_press, &[ENTER, SPACE]);
const DIGITS: Line =
    (Texts::keys_digits, &[Shortcut::sign('0'), Shortcut::sign('1'), Shortcut::sign('2'), Shortcut::sign('3')]);
const TAKE_AWAY: Line = (Texts::keys_take_away, &[Shortcut::named(Named::Delete)]);
const SAVE: Line = (Texts::keys_save, &[Shortcut::command('s'), SUBMIT]);

/// What a row begins with, where letters are no verbs.
const SEEK_NAME: Line = (
    Texts::keys_seek_name,
    &[
        Shortcut::sign('a'),
        Shortcut::sign('b'),
        Shortcut::sign('c'),
        Shortcut::sign('d'),
        Shortcut::sign('e'),
        Shortcut::sign('f'),
        Shortcut::sign('g'),
        Shortcut::sign('h'),
        Shortcut::sign('i'),
        Shortcut::sign('j'),
        Shortcut::sign('k'),
        Shortcut::sign('l'),
        Shortcut::sign('m'),
        Shortcut::sign('n'),
        Shortcut::sign('o'),
        Shortcut::sign('p'),
        Shortcut::sign('q'),
        Shortcut::sign('r'),
        Shortcut::sign('s'),
        Shortcut::sign('t'),
        Shortcut::sign('u'),
        Shortcut::sign('v'),
        Shortcut::sign('w'),
        Shortcut::sign('x'),
        Shortcut::sign('y'),
        Shortcut::sign('z'),
    ],
);

const CUSTOMERS: &[Line] = &[
    (Texts::keys_find, &[Shortcut::command('f')]),
    SAVE,
    PLACES,
    ENDS,
    PAGES,
    SEEK_NAME,
    SEEK,
    PRESSES,
    DIGITS,
    TAKE_AWAY,
    STOPS,
    (Texts::keys_back, &[ESCAPE]),
];

const REPORTS: &[Line] = &[(Texts::keys_month, &[LEFT, RIGHT]), (Texts::keys_export, &[Shortcut::command('e')])];

const SETTINGS: &[Line] = &[SAVE, PLACES, ENDS, PAGES, PRESSES, DIGITS, TAKE_AWAY, STOPS, LEAVE];

/// The keys of a screen, with what they do.
pub(super) const fn of(place: Place) -> &'static [Line] {
    match place {
        Place::Today => TODAY,
        Place::Board => BOARD,
        Place::Handling => HANDLING,
        Place::Callback => CALLBACK,
        Place::Intake => INTAKE,
        Place::Customers => CUSTOMERS,
        Place::Charts => CHARTS,
        Place::Reports => REPORTS,
        Place::Settings => SETTINGS,
    }
}

/// What a screen is for, in one sentence.
pub(super) fn about(texts: &Texts, place: Place) -> &str {
    match place {
        Place::Today => texts.keys_about_today(),
        Place::Intake => texts.keys_about_intake(),
        Place::Board => texts.keys_about_board(),
        Place::Handling => texts.keys_about_handling(),
        Place::Callback => texts.keys_about_callback(),
        Place::Customers => texts.keys_about_customers(),
        Place::Charts => texts.keys_about_charts(),
        Place::Reports => texts.keys_about_reports(),
        Place::Settings => texts.keys_about_settings(),
    }
}
