//! The calendar's promises, one sentence each.

use proptest::prelude::*;

use super::*;

/// 2026-03-12 is a Thursday.
#[track_caller]
fn at(local: &str) -> Moment {
    let local = NaiveDateTime::parse_from_str(local, "%Y-%m-%d %H:%M").unwrap();
    Calendar::mainland().moment(local)
}

fn minutes(n: i64) -> Duration {
    Duration::minutes(n)
}

fn monday_off() -> Calendar {
    Calendar::mainland().with_exceptions("2026-03-16,off,Founding day").unwrap()
}

fn saturday_worked() -> Calendar {
    Calendar::mainland().with_exceptions("2026-03-14,work,Founding day").unwrap()
}

#[track_caller]
fn due(given: (&str, i64), then: &str) {
    assert_eq!(Calendar::mainland().due(at(given.0), minutes(given.1)), at(then), "{given:?}");
}

#[test]
fn ten_minutes_from_nine_end_at_ten_past_nine() {
    due(("2026-03-12 09:00", 10), "2026-03-12 09:10");
}

#[test]
fn ten_minutes_before_a_holiday_end_on_the_next_working_day() {
    due(("2026-04-03 17:55", 10), "2026-04-07 09:05");
}

#[test]
fn ten_minutes_before_a_make_up_sunday_end_on_it() {
    // 2026-01-01 to 03 are free, Sunday the 4th is worked.
    due(("2025-12-31 17:55", 10), "2026-01-04 09:05");
}

#[test]
fn lunch_does_not_count() {
    due(("2026-03-12 11:50", 30), "2026-03-12 13:50");
    due(("2026-03-12 12:10", 30), "2026-03-12 14:00");
    due(("2026-03-12 10:30", 90), "2026-03-12 12:00");
}

#[test]
fn a_start_outside_working_time_waits_for_the_opening() {
    due(("2026-03-12 22:00", 10), "2026-03-13 09:10");
    due(("2026-03-14 10:00", 10), "2026-03-16 09:10");
    due(("2026-03-12 22:00", 0), "2026-03-12 22:00");
}

#[test]
fn a_make_up_day_wins_over_its_weekday_and_a_holiday_over_its_shifts() {
    let cal = Calendar::mainland();
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    assert!(cal.is_working_day(day("2026-01-04")), "make-up Sunday");
    assert!(!cal.is_working_day(day("2026-01-02")), "holiday Friday");
    assert_eq!(cal.day(day("2026-01-04")), Day::MakeUp("New Year's Day"));
    assert_eq!(cal.day(day("2026-01-02")), Day::Holiday("New Year's Day"));
    assert_eq!(cal.day(day("2026-03-14")), Day::Weekend);
    assert_eq!(cal.day(day("2026-03-12")), Day::Working);
}

#[track_caller]
fn end(cal: &Calendar, given: (&str, u32), then: &str) {
    assert_eq!(cal.end_of_working_day(at(given.0), given.1), at(then), "{given:?}");
}

#[test]
fn working_days_end_at_closing_time() {
    let usual = Calendar::mainland();
    end(&usual, ("2026-03-13 16:00", 0), "2026-03-13 18:00");
    end(&usual, ("2026-03-13 18:00", 0), "2026-03-16 18:00");
    end(&usual, ("2026-03-14 10:00", 0), "2026-03-16 18:00");
    end(&usual, ("2026-03-13 16:00", 1), "2026-03-16 18:00");
    end(&usual, ("2026-03-13 16:00", 2), "2026-03-17 18:00");
    end(&usual, ("2026-03-13 23:00", 1), "2026-03-16 18:00");
    end(&monday_off(), ("2026-03-13 16:00", 1), "2026-03-17 18:00");
    end(&monday_off(), ("2026-03-13 16:00", 2), "2026-03-18 18:00");
    end(&saturday_worked(), ("2026-03-13 16:00", 1), "2026-03-14 18:00");
    end(&saturday_worked(), ("2026-03-13 16:00", 2), "2026-03-16 18:00");
}

#[test]
fn the_status_bar_knows_the_next_opening_and_closing() {
    let cal = Calendar::mainland();
    let next = |from: &str| cal.next_change(at(from)).unwrap();
    assert_eq!(next("2026-03-12 10:42"), at("2026-03-12 12:00"));
    assert_eq!(next("2026-03-12 12:20"), at("2026-03-12 13:30"));
    assert_eq!(next("2026-03-13 18:00"), at("2026-03-16 09:00"));
    assert!(cal.is_open(at("2026-03-12 09:00")) && !cal.is_open(at("2026-03-12 12:00")));
}

#[test]
fn shifts_that_touch_are_one_opening() {
    let mut cal = Calendar::mainland();
    let shifts = ["9:00-12:00", "12:00-17:00"].map(|it| it.parse().unwrap());
    cal.set_shifts(Weekday::Thu, shifts.to_vec()).unwrap();
    assert_eq!(cal.next_change(at("2026-03-12 10:00")), Some(at("2026-03-12 17:00")));
}

#[test]
fn a_night_shift_is_two_shifts_and_counts_through_midnight() {
    let mut cal = Calendar::mainland();
    cal.set_shifts(Weekday::Thu, vec!["22:00-24:00".parse().unwrap()]).unwrap();
    cal.set_shifts(Weekday::Fri, vec!["0:00-6:00".parse().unwrap()]).unwrap();
    assert_eq!(cal.due(at("2026-03-12 23:50"), minutes(30)), at("2026-03-13 00:20"));
    assert_eq!(cal.next_change(at("2026-03-12 23:50")), Some(at("2026-03-13 06:00")));
}

#[test]
fn a_day_with_hours_of_its_own_ends_when_they_end() {
    let cal = Calendar::mainland().with_exceptions("2026-03-13,work,half day,9:00-12:00").unwrap();
    assert_eq!(cal.due(at("2026-03-13 11:30"), minutes(60)), at("2026-03-16 09:30"));
    end(&cal, ("2026-03-13 10:00", 0), "2026-03-13 12:00");
}

#[track_caller]
fn call(cal: &Calendar, given: &str, then: &str) {
    let (given, then) = (at(given), at(then));
    assert_eq!(cal.next_call_time(given), then);
    assert_eq!(cal.is_quiet(given), given != then);
    assert!(!cal.is_quiet(then));
}

#[test]
fn dialling_at_half_past_twelve_waits_for_two() {
    let cal = Calendar::mainland();
    call(&cal, "2026-03-12 12:30", "2026-03-12 14:00");
    call(&cal, "2026-03-12 14:00", "2026-03-12 14:00");
    call(&cal, "2026-03-12 11:59", "2026-03-12 11:59");
    call(&cal, "2026-03-12 12:00", "2026-03-12 14:00");
    call(&cal, "2026-03-12 20:00", "2026-03-13 09:00");
    call(&cal, "2026-03-12 03:00", "2026-03-12 09:00");
    let hours: Vec<String> = cal.call_hours().iter().map(ToString::to_string).collect();
    assert_eq!(hours, ["09:00–12:00", "14:00–20:00"]);
}

#[test]
fn customers_are_left_alone_on_holidays_unless_the_office_says_otherwise() {
    let mut cal = Calendar::mainland();
    call(&cal, "2026-04-03 21:00", "2026-04-07 09:00");
    cal.set_quiet_on_holidays(false);
    call(&cal, "2026-04-03 21:00", "2026-04-04 09:00");
}

#[test]
fn a_customer_can_have_rest_hours_of_their_own() {
    let cal = Calendar::mainland();
    let own = ["8:00-19:00".parse().unwrap()];
    assert!(!cal.is_quiet_for(&own, at("2026-03-12 20:30")));
    assert_eq!(cal.next_call_time_for(&own, at("2026-03-12 10:00")), at("2026-03-12 19:00"));
}

#[test]
fn a_year_without_data_counts_by_weekday_and_is_said() {
    let cal = Calendar::mainland();
    assert!(cal.has_data(2004) && cal.has_data(2026));
    assert!(!cal.has_data(2003) && !cal.has_data(2027));
    due(("2027-01-01 17:55", 10), "2027-01-04 09:05");
    let one_row = cal.clone().with_exceptions("2027-01-01,off,New Year's Day").unwrap();
    assert!(!one_row.has_data(2027), "one row is not a year's notice");
    let notice = "2027-01-01,off,a\n2027-02-08,off,b\n2027-10-01,off,c";
    assert!(cal.with_exceptions(notice).unwrap().has_data(2027));
}

#[test]
fn a_users_file_wins_over_what_is_known() {
    let cal = Calendar::mainland().with_exceptions("2026-01-04,usual,\n2026-01-05,off,moved").unwrap();
    assert!(!cal.is_working_day("2026-01-04".parse().unwrap()));
    assert!(!cal.is_working_day("2026-01-05".parse().unwrap()));
    assert!(!cal.is_working_day("2026-01-02".parse().unwrap()), "what the file does not name stays");
    let told = Calendar::mainland().with_exceptions("2026-01-04,usual,\nMonday,off,").unwrap_err();
    assert_eq!((told.line, told.problem), (2, CalendarProblem::NotADate("Monday".into())));
}

#[test]
fn a_calendar_that_could_never_become_due_is_refused() {
    let mut cal = Calendar::mainland();
    for weekday in &WEEK[..4] {
        cal.set_shifts(*weekday, Vec::new()).unwrap();
    }
    assert_eq!(cal.set_shifts(Weekday::Fri, Vec::new()), Err(HoursError::NoWorkingTime));
    let all_day = vec!["9:00-21:00".parse().unwrap(), "20:00-9:00".parse().unwrap()];
    assert_eq!(cal.set_quiet_hours(all_day), Err(HoursError::NeverCallable));
}

#[test]
fn a_calendar_without_working_time_ends_all_the_same() {
    let mut cal = Calendar::mainland();
    cal.week = WEEK.map(|_| Vec::new());
    let start = at("2027-03-12 09:00");
    assert_eq!(cal.due(start, minutes(10)), start + minutes(10));
    assert_eq!(cal.worked(start, start + Duration::days(1000)), Duration::zero());
    assert_eq!(cal.next_change(start), None);
    assert_eq!(cal.end_of_working_day(start, 2), at("2027-03-15 00:00"));
}

#[test]
fn the_ends_of_time_do_not_panic() {
    let (first, last) = (DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC);
    for offset in [-12 * 3600, 0, 8 * 3600] {
        let mut cal = Calendar::mainland();
        cal.set_offset(offset);
        for end in [first, last] {
            let _ = (cal.local(end), cal.moment(NaiveDateTime::MIN), cal.moment(NaiveDateTime::MAX));
            let _ = (cal.next_change(end), cal.next_call_time(end), cal.is_quiet(end), cal.is_open(end));
            let _ = (cal.end_of_working_day(end, 0), cal.end_of_working_day(end, u32::MAX));
            assert_eq!(cal.due(end, Duration::zero()), end);
            assert!(end <= cal.due(end, Duration::MAX));
        }
        assert!(Duration::zero() < cal.worked(first, last));
        assert_eq!(cal.worked(last, first), -cal.worked(first, last));
    }
}

#[test]
fn a_calendar_comes_back_from_disk_as_it_was() {
    let cal = saturday_worked();
    let packed = rmp_serde::to_vec_named(&cal).unwrap();
    assert_eq!(rmp_serde::from_slice::<Calendar>(&packed).unwrap(), cal);
    let text = serde_json::to_string(&cal).unwrap();
    assert_eq!(serde_json::from_str::<Calendar>(&text).unwrap(), cal);
}

/// Calendars with some working time: shifts from four marks on each of two weekdays, a few exceptions.
fn calendars() -> impl Strategy<Value = Calendar> {
    let shifts = prop::collection::btree_set(0..=DAY_MINUTES, 2..6).prop_map(|marks| {
        let marks: Vec<u16> = marks.into_iter().collect();
        marks.chunks_exact(2).map(|it| TimeSpan::new(it[0], it[1]).unwrap()).collect::<Vec<_>>()
    });
    let days = prop::collection::btree_map(0..60_i64, any::<bool>(), 0..12);
    (prop::collection::vec((0..7_usize, shifts), 1..7), days, -12..=14_i32)
        .prop_map(|(week, days, offset)| {
            let mut cal = Calendar::mainland();
            cal.week = WEEK.map(|_| Vec::new());
            for (weekday, shifts) in week {
                cal.set_shifts(WEEK[weekday], shifts).unwrap();
            }
            for (day, off) in days {
                let day = cal.day_of(at("2026-03-01 12:00")) + Duration::days(day);
                let kind = if off { DayKind::Off } else { DayKind::Work };
                cal.set_exception(day, Some(Exception { kind, name: String::new(), hours: Vec::new() }));
            }
            cal.set_offset(offset * 3600);
            cal
        })
        // A minute a week would make a budget of hours last beyond the century that a calendar looks ahead.
        .prop_filter("two working hours a week", |cal| {
            let minutes = |it: &Shift| it.until() - it.from();
            120 <= cal.week.iter().flatten().map(minutes).sum::<u16>()
        })
}

/// An instant in March or April 2026, to the millisecond.
fn instants() -> impl Strategy<Value = Moment> {
    (0..60 * 24 * 3_600_000_i64).prop_map(|it| at("2026-03-01 00:00") + Duration::milliseconds(it))
}

/// Up to 100 hours.
fn budgets() -> impl Strategy<Value = Duration> {
    (0..100 * 3_600_000_i64).prop_map(Duration::milliseconds)
}

proptest! {
    #[test]
    fn what_is_due_after_a_budget_has_worked_it(cal in calendars(), start in instants(), budget in budgets()) {
        let due = cal.due(start, budget);
        prop_assert_eq!(cal.worked(start, due), budget);
        if Duration::zero() < budget {
            let before = due - Duration::milliseconds(1);
            prop_assert!(cal.worked(start, before) < budget, "no earlier instant will do");
        }
    }

    #[test]
    fn more_budget_and_later_starts_are_never_due_earlier(
        cal in calendars(), a in instants(), b in instants(), small in budgets(), more in budgets(),
    ) {
        prop_assert!(cal.due(a, small) <= cal.due(a, small + more));
        prop_assert!(cal.due(a.min(b), small) <= cal.due(a.max(b), small));
    }

    #[test]
    fn whole_weeks_at_once_are_the_same_as_day_by_day(cal in calendars(), a in instants(), days in 0_i64..4_000) {
        let b = a + Duration::days(days);
        prop_assert_eq!(cal.worked(a, b), cal.walked(a, b));
    }

    #[test]
    fn working_time_adds_up_over_a_split(cal in calendars(), a in instants(), b in instants(), c in instants()) {
        prop_assert_eq!(cal.worked(a, b) + cal.worked(b, c), cal.worked(a, c));
        prop_assert_eq!(cal.worked(a, b), -cal.worked(b, a));
    }

    #[test]
    fn a_budget_can_be_spent_in_two_parts(cal in calendars(), a in instants(), x in budgets(), y in budgets()) {
        let at_once = cal.due(a, x + y);
        prop_assert_eq!(cal.worked(a, cal.due(cal.due(a, x), y)), x + y);
        if Duration::zero() < y {
            prop_assert_eq!(cal.due(cal.due(a, x), y), at_once);
        }
    }

    #[test]
    fn spans_are_open_in_order_and_apart(cal in calendars(), a in instants()) {
        let spans: Vec<Span> = cal.spans_from(a).take(40).collect();
        for (one, two) in spans.iter().zip(spans.iter().skip(1)) {
            prop_assert!(one.from < one.until && one.until <= two.from);
        }
        prop_assert!(spans.iter().all(|it| a <= it.from && cal.is_open(it.from)));
    }

    #[test]
    fn the_next_change_changes(cal in calendars(), a in instants()) {
        let open = cal.is_open(a);
        let next = cal.next_change(a).unwrap();
        prop_assert!(a < next);
        prop_assert_eq!(cal.is_open(next), !open);
    }

    #[test]
    fn the_next_call_time_is_no_quiet_one(a in instants()) {
        let cal = Calendar::mainland();
        let next = cal.next_call_time(a);
        prop_assert!(a <= next && !cal.is_quiet(next));
        prop_assert_eq!(next == a, !cal.is_quiet(a));
    }

    #[test]
    fn any_file_is_read_or_refused(text in "(date,kind,name\n)?([0-9]{4}-[0-9]{2}-[0-9]{2},(off|work|x),.{0,5}\n){0,4}.{0,20}") {
        let _ = Calendar::mainland().with_exceptions(&text);
    }
}
