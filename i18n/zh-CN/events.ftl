## What happened, in words: the timeline of a case

# Between parts of a line: 电话·客户谅解
point = ·
event-redispatched = 重新派单
event-to = →{ $who }
event-to-nobody = 不指定回访人
event-version = 第 { $version } 版
event-promised-by = 预计 { $at } 前答复
event-verbal-approval = 口头批准
event-given = { $who } { $at }
event-slip = 回单
event-sight-granted = 允许查看到 { $time }
event-sight-declined = 不允许
event-signed = { $who }签字
event-round-completed = 第 { $round } 轮全部回单
event-round-emptied = 第 { $round } 轮待重新派单
event-round-opened = 第 { $round } 轮开始
event-missed = 漏报 { $missed } 次
event-attempt = 第 { $attempt } 次
event-dissatisfied = { $times } 次不满意
timeline-further-call = 再次来电
timeline-day-round = { $day } 第 { $round } 轮
event-duty = { $department }：{ $words }，{ $due } 前
