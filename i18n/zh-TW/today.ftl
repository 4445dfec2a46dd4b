## 工作台

today-morning = 早安，{ $name }
today-afternoon = 午安，{ $name }
today-evening = 晚安，{ $name }
today-comma = ，
today-working-day = 工作日 { $hours }
today-day-off = 休息日
today-yesterday = 昨日新增 { $new } 件、結案 { $closed } 件。
today-first-late = 今天先處理 { $late } 件逾時。
today-first-due = 今天有 { $due } 件到期，還沒有逾時。
today-nothing-urgent = 今天沒有到期的時限。
today-report-unsent = { $month }彙總報表尚未提交主管。
today-report-waits = { $month }彙總報表等您審批。

today-open = 未結
today-new = 今日新增
today-due = 今日到期
today-late = 已逾時
today-to-call-back = 待回訪
today-members = 會員回訪
today-before = 昨日 { $count }
today-callbacks-among = 含回訪 { $count }
today-members-among = 會員 { $count }
today-members-none = 本月還沒有
today-members-all = 本月 { $reached } 人，一個不差
today-members-missing = 還差 { $count } 人

today-urgent = 現在最急
today-urgent-by = 依剩餘工作時間排序
today-all = 全部 { $count }
today-mine = 我的 { $count }
today-group-late = 已逾時
today-group-soon = 預警
today-group-today = 今天到期
today-count = { $count } 件
today-look = 查看
today-none-title = 沒有今天到期的時限
today-none-words = 逾時、預警和今天到期的投訴會出現在這裡。
today-rest = 另有 { $later } 件時限在明天及以後
today-rest-cut = 還有 { $cut } 件今天到期，另有 { $later } 件在明天及以後
today-on-board = 在看板中查看

today-todo = 我的待辦
today-todo-none = 沒有待辦
today-submit-report = 提交 { $month }投訴資訊月彙總報表
today-approve-report = 審批 { $month }投訴資訊月彙總報表
today-reminders = 提醒
today-reminders-none = 沒有提醒
today-missed = { $number } 連續 { $missed } 次未彙報
today-members-left = 會員回訪還差 { $count } 人
today-repeat = 疑似重複投訴：{ $number } 與 { $other }

today-calls = 今日回訪
today-calls-count = { $all } 通，已約 { $appointed }
today-calls-none = 沒有待回訪
today-calls-day-off = 今天休息，沒有排回訪。
today-to-callbacks = 去回訪
today-quiet = 休息時段
today-key-member = 會員
today-key-other = 其他客戶
today-key-quiet = 不撥打

today-briefing = 複製晨會簡報
today-briefing-copied = 晨會簡報已複製，姓名已遮蔽
today-briefing-head = 晨會簡報 { $day }
today-briefing-figures = 未結 { $open }，今日到期 { $due }，已逾時 { $late }，待回訪 { $waiting }
today-briefing-group = { $name } { $count } 件
