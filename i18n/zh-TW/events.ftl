## What happened, in words: the timeline of a case

point = ·
event-redispatched = 重新派單
event-to = →{ $who }
event-to-nobody = 不指定回訪人
event-version = 第 { $version } 版
event-promised-by = 預計 { $at } 前答覆
event-verbal-approval = 口頭核准
event-given = { $who } { $at }
event-slip = 回單
event-sight-granted = 允許檢視到 { $time }
event-sight-declined = 不允許
event-signed = { $who }簽名
event-round-completed = 第 { $round } 輪全部回單
event-round-emptied = 第 { $round } 輪待重新派單
event-round-opened = 第 { $round } 輪開始
event-missed = 漏報 { $missed } 次
event-attempt = 第 { $attempt } 次
event-dissatisfied = { $times } 次不滿意
timeline-further-call = 再次來電
timeline-day-round = { $day } 第 { $round } 輪
event-duty = { $department }：{ $words }，{ $due } 前
