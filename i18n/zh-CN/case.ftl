## A case on a card, in a row, at the head of a sheet: chips and flags

chip-escalated = 升级
chip-with-manager = 经理处理中

flag-major = 重大
flag-to-judge = 待判断
flag-to-reply = 待答复
flag-round = 第 { $round } 轮
flag-times = 第 { $times } 次投诉
flag-calls = { $calls } 次来电
flag-member = 会员
flag-missed = 漏报 { $missed } 次
flag-two-hops = 两段
flag-paused = 暂停
