## Dates, times, durations, numbers (UI.md §10, §14)

today = 今天
yesterday = 昨天
tomorrow = 明天
day-at = { $day } { $time }
day-month = { $month } 月 { $day } 日
day-month-weekday = { $month } 月 { $day } 日 { $weekday }
month-of-year = { $year } 年 { $month } 月
quarter-of-year = { $year } 年第 { $quarter } 季度
year-alone = { $year } 年
monday = 周一
tuesday = 周二
wednesday = 周三
thursday = 周四
friday = 周五
saturday = 周六
sunday = 周日

# Working time that is left, under an hour.
left-minutes = 剩 { $minutes } 分
left-hours = 剩 { $hours } 时 { $minutes } 分
over-minutes = 超 { $minutes } 分
over-hours = 超 { $hours } 时 { $minutes } 分
late-minutes = 迟 { $minutes } 分
late-hours = 迟 { $hours } 时 { $minutes } 分
late-days = 迟 { $days } 天
on-time = 按时
appointment-at = 预约 { $time }
span-seconds = { $seconds } 秒
span-minutes = { $minutes } 分
span-hours = { $hours } 小时
span-hours-minutes = { $hours } 小时 { $minutes } 分
span-days = { $days } 天
span-workdays = { $days } 个工作日
percentage-points = { $points } 点
# Between the parts of a list: 甲、乙、丙
list-separator = 、
size-bytes = { $size } B
size-kilobytes = { $size } KB
size-megabytes = { $size } MB
