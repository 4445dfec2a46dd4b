## 日期、時間、時長、數字

today = 今天
yesterday = 昨天
tomorrow = 明天
day-at = { $day } { $time }
day-month = { $month } 月 { $day } 日
day-month-weekday = { $month } 月 { $day } 日 { $weekday }
month-of-year = { $year } 年 { $month } 月
quarter-of-year = { $year } 年第 { $quarter } 季
year-alone = { $year } 年
monday = 週一
tuesday = 週二
wednesday = 週三
thursday = 週四
friday = 週五
saturday = 週六
sunday = 週日

# Working time that is left, under an hour.
left-minutes = 剩 { $minutes } 分
left-hours = 剩 { $hours } 時 { $minutes } 分
over-minutes = 逾 { $minutes } 分
over-hours = 逾 { $hours } 時 { $minutes } 分
late-minutes = 遲 { $minutes } 分
late-hours = 遲 { $hours } 時 { $minutes } 分
late-days = 遲 { $days } 天
on-time = 準時
appointment-at = 預約 { $time }
span-seconds = { $seconds } 秒
span-minutes = { $minutes } 分
span-hours = { $hours } 小時
span-hours-minutes = { $hours } 小時 { $minutes } 分
span-days = { $days } 天
span-workdays = { $days } 個工作天
percentage-points = { $points } 個百分點
# Between the parts of a list: 甲、乙、丙
list-separator = 、
size-bytes = { $size } B
size-kilobytes = { $size } KB
size-megabytes = { $size } MB
