## Dates, times, durations, numbers

today = today
yesterday = yesterday
tomorrow = tomorrow
day-at = { $day } { $time }
day-month = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
} { $day }
day-month-weekday = { $weekday } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
} { $day }
month-of-year = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
quarter-of-year = Q{ $quarter } { $year }
year-alone = { $year }
monday = Mon
tuesday = Tue
wednesday = Wed
thursday = Thu
friday = Fri
saturday = Sat
sunday = Sun

# Working time that is left, under an hour.
left-minutes = { $minutes } min left
left-hours = { $hours } h { $minutes } min left
over-minutes = { $minutes } min over
over-hours = { $hours } h { $minutes } min over
late-minutes = { $minutes } min late
late-hours = { $hours } h { $minutes } min late
late-days = { $days ->
    [one] { $days } day late
   *[other] { $days } days late
}
on-time = on time
appointment-at = booked { $time }
span-seconds = { $seconds } s
span-minutes = { $minutes } min
span-hours = { $hours } h
span-hours-minutes = { $hours } h { $minutes } min
span-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
span-workdays = { $days ->
    [one] { $days } working day
   *[other] { $days } working days
}
percentage-points = { $points } pp
# Between the parts of a list
list-separator = ,{" "}
size-bytes = { $size } B
size-kilobytes = { $size } KB
size-megabytes = { $size } MB
