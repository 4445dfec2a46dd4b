## 工作台

today-morning = 上午好，{ $name }
today-afternoon = 下午好，{ $name }
today-evening = 晚上好，{ $name }
today-comma = ，
today-working-day = 工作日 { $hours }
today-day-off = 休息日
today-yesterday = 昨日新增 { $new } 件、结案 { $closed } 件。
today-first-late = 今天先处理 { $late } 件超时。
today-first-due = 今天有 { $due } 件到期，还没有超时。
today-nothing-urgent = 今天没有到期的时限。
today-report-unsent = { $month }汇总报表尚未提交主管。
today-report-waits = { $month }汇总报表等您审批。

today-open = 未结
today-new = 今日新增
today-due = 今日到期
today-late = 已超时
today-to-call-back = 待回访
today-members = 会员回访
today-before = 昨日 { $count }
today-callbacks-among = 含回访 { $count }
today-members-among = 会员 { $count }
today-members-none = 本月还没有
today-members-all = 本月 { $reached } 人，一个不差
today-members-missing = 还差 { $count } 人

today-urgent = 现在最急
today-urgent-by = 按剩余工作时间排序
today-all = 全部 { $count }
today-mine = 我的 { $count }
today-group-late = 已超时
today-group-soon = 预警
today-group-today = 今天到期
today-count = { $count } 件
today-look = 查看
today-none-title = 没有今天到期的时限
today-none-words = 超时、预警和今天到期的投诉会出现在这里。
today-rest = 另有 { $later } 件时限在明天及以后
today-rest-cut = 还有 { $cut } 件今天到期，另有 { $later } 件在明天及以后
today-on-board = 在看板中查看

today-todo = 我的待办
today-todo-none = 没有待办
today-submit-report = 提交 { $month }投诉信息月汇总报表
today-approve-report = 审批 { $month }投诉信息月汇总报表
today-reminders = 提醒
today-reminders-none = 没有提醒
today-missed = { $number } 连续 { $missed } 次未汇报
today-members-left = 会员回访还差 { $count } 人
today-repeat = 疑似重复投诉：{ $number } 与 { $other }

today-calls = 今日回访
today-calls-count = { $all } 通，已约 { $appointed }
today-calls-none = 没有待回访
today-calls-day-off = 今天休息，没有排回访。
today-to-callbacks = 去回访
today-quiet = 休息时段
today-key-member = 会员
today-key-other = 其他客户
today-key-quiet = 不拨打

today-briefing = 复制晨会简报
today-briefing-copied = 晨会简报已复制，姓名已遮蔽
today-briefing-head = 晨会简报 { $day }
today-briefing-figures = 未结 { $open }，今日到期 { $due }，已超时 { $late }，待回访 { $waiting }
today-briefing-group = { $name } { $count } 件
