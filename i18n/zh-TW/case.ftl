## A case on a card, in a row, at the head of a sheet: chips and flags

chip-escalated = 升級
chip-with-manager = 經理處理中

flag-major = 重大
flag-to-judge = 待判斷
flag-to-reply = 待答覆
flag-round = 第 { $round } 輪
flag-times = 第 { $times } 次客訴
flag-calls = { $calls } 次來電
flag-member = 會員
flag-missed = 漏報 { $missed } 次
flag-two-hops = 兩段
flag-paused = 暫停
