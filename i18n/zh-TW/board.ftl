## 派單看板: the tool bar, the lanes, the list

board-summary = 未結 { $open }·逾時 { $late }·預警 { $soon }
board-lanes = 看板
board-rows = 清單
board-department = 負責部門
board-category = 投訴類別
board-priority = 優先級
board-all-departments = 全部部門
board-all-categories = 全部類別
board-all-priorities = 全部級別
board-clear = 清除
board-sort-urgency = 剩餘時間少的在前
board-sort-priority = 級別高的在前
board-sort-newest = 新登記的在前
board-sort-oldest = 早登記的在前

board-lane-to-dispatch = 待派單
board-lane-to-accept = 待簽收
board-lane-handling = 處理中
board-lane-approval = 待審批
board-lane-callback = 待回訪
board-lane-escalated = 已升級
board-none-to-dispatch = 沒有待派單
board-none-to-accept = 沒有待簽收
board-none-handling = 沒有處理中
board-none-approval = 沒有待審批
board-none-callback = 沒有待回訪
board-none-escalated = 沒有已升級
board-late = 逾時 { $late }

board-column-clock = 時限
board-column-number = 編號
board-column-customer = 投訴人
board-column-category = 大類
board-column-summary = 摘要
board-column-stage = 階段
board-column-owner = 處理人
board-column-flags = 標記
board-column-priority = 級別
board-column-registered = 登記
board-foot = 共 { $all } 件，顯示 { $first }–{ $last }
board-foot-keys = ↑↓ 選擇·Space 勾選·Enter 開啟·D 派單·U 催辦·M 更多

board-empty-title = 沒有未結投訴
board-empty-words = 登記的投訴會出現在這裡，依階段分列。
board-none-title = 沒有符合篩選的投訴
board-none-words = 換一個條件，或者清除篩選。

board-reminder = { $number } 請儘快處理：{ $clock }
board-reminded = 已催辦 { $number }→{ $who }
board-taken-back = 已撤回 { $number } 的派單
board-taken-back-reason = 派單後立即撤銷
board-refused = { $number } 沒有辦成

## 派給誰: the dock

board-dock-dispatch = 派給誰
board-dock-forward = 二段派給誰
board-dock-judge = 判斷投訴
board-dock-reply = 答覆客戶
board-dock-exempt = 暫時派不了
board-dock-recall = 撤回派單
board-dock-look = 這一件
board-not-done = 沒有辦成，填寫的內容都還在
board-person-of = { $person }（{ $department }）

board-suggested = 建議
board-suggested-by = 依類別路由與近期辦結
board-all-targets = 全部部門
board-search = 部門、姓名
board-whoever = 由部門簽收
board-has-it = 已派，在辦
board-chosen = 已選
board-load = 在辦 { $open }·
board-load-late = 逾時 { $late }
board-load-none-late = 在辦 { $open }·逾時 0
board-why-route = 本類別的路由
board-why-last-round = 上一輪由其處理
board-why-closed = 近 { $of } 件同類結 { $count } 件
board-why-meant = 派單時指定
board-two-hops = 經{ $manager }，兩段派單
board-two-hops-words = 先到經理，由經理派給片區；每一段各有時限。
board-handler-of = { $department }處理人
board-note = 給部門的話，可不填
board-several = 同時派給多個部門
board-limit = { $clock } { $amount } { $unit }
board-starts = 派出後計時：{ $first }，簽收後{ $report }
board-do-dispatch-several = 派給 { $count } 個部門
board-later = 暫時派不了…
board-back = 返回
board-open-case = 開啟這一件
board-orders = 本輪已派
board-recall-verb = 撤回…

board-judge-validity = 投訴判斷
board-judge-why = 理由
board-judge-reason = 依據哪些事實
board-judge-then-dispatch = 判斷後接著派單。
board-judge-then-reply = 判斷後接著婉轉答覆客戶。

board-reply-said = 對客戶說的話
board-reply-words = 把答覆寫在這裡
board-reply-method = 答覆方式
board-reply-outcome = 客戶態度
board-reply-then-close = 答覆後結案。
board-reply-then-judge = 答覆後重新判斷。
board-avoid = 「{ $word }」不宜對客戶說，可改為：{ $instead }

board-exempt-hint = 豁免的時限不計按時也不計逾時，列入月報的豁免清單。
board-exempt-clock = 豁免哪個時限
board-exempt-reason = 特殊情況
board-exempt-words = 例如：客戶出差，要求 3 月 20 日後再聯絡
board-in-words = 說明
board-recall-hint = { $department }還沒有簽收，撤回後可以重新派單。
board-recall-words = 為什麼撤回

board-missing-target = 先選一個部門
board-missing-validity = 先判斷成立與否
board-missing-reason = 先寫判斷的理由
board-missing-words = 先寫對客戶說的話
board-missing-outcome = 先記下客戶的態度
board-missing-clock = 先選一個時限
board-missing-exemption = 先選特殊情況的種類
board-missing-line = 先寫一句說明

board-dispatched = 已派單 { $number }→{ $names }
board-dispatched-in = 已派單 { $number }→{ $names }，用時 { $used }
board-forwarded = 已二段派單 { $number }→{ $name }
board-judged = 已判斷 { $number }：{ $validity }
board-replied = 已答覆 { $number }：{ $outcome }
board-exempted = 已豁免 { $number } 的{ $clock }：{ $reason }
board-recalled = 已從{ $department }撤回 { $number }

## Filters, views, ticks, updates

board-only-late = 已逾時
board-only-soon = 預警
board-within = { $days ->
    [1] 今天登記
   *[other] 近 { $days } 天登記
}
board-with-closed = 含已結案
board-mark-again = 第 2 輪及以後
board-mark-repeated = 重複客訴
board-mark-missed = 漏報
board-mark-exempted = 有豁免
board-more-filters = 更多
board-words = 編號、內容、姓名
board-columns = 顯示哪些欄位
board-heading-limits = 期限
board-heading-marks = 標記
board-heading-days = 登記時間
board-heading-people = 處理人、追蹤人
board-view-all = 全部未結
board-view-late = 已逾時
board-view-waiting = 待派單
board-view-mine = 我跟進的
board-view-major = P1 客訴
board-view-again = 第 2 輪及以後
board-view-ledger = 台帳（含已結案）
board-view-own = 自訂篩選
board-views-own = 我的檢視
board-view-name = 檢視名稱
board-view-keep = 儲存
board-view-unnamed = 先為檢視取個名稱
board-view-forget = 刪除這個檢視
board-soon = 預警 { $soon }
board-burning = 逾時 { $late } 件，預警 { $soon } 件
board-closed-on = { $code } { $day }
board-updates = { $count } 項更新
board-not-found = 找不到「{ $words }」
board-search-closed = 連同已結案一起找
board-checked = 已選 { $count } 件
board-copy-numbers = 複製編號
board-copied-numbers = 已複製 { $count } 個編號
board-uncheck = 取消選取
board-none-dispatchable = 所選之中沒有待派單的客訴
board-none-remindable = 所選之中沒有可催辦的工單
board-reminded-all = 已催辦 { $count } 件
board-taken-back-all = 已撤回 { $count } 件的派單
board-dispatched-all = 已派單 { $count } 件→{ $names }
board-done-some = 已辦 { $done } 件，共 { $all } 件
board-let-go = 放開即派單
board-mean = 平均 { $hours } 時回單
board-like = 近 30 天同類 { $count } 件
board-lately = 近 { $days } 天同類 { $like } 件，平均 { $mean } 時回單

## What else can be done

board-missing-return-reason = 先選退單的原因
board-missing-person = 先選一個人
board-missing-assistants = 先增減協辦人
board-missing-with = 先寫與誰溝通
board-missing-when = 先寫時間，如 14:30
board-missing-attendees = 先選與會的人
board-missing-duties = 先選有任務的部門
board-missing-duty = 每個部門寫明任務和完成時間
board-missing-due = 看不懂這個時間
board-missing-said = 先寫說明
board-return-reason = 退單原因
board-departments-of = 部門
board-person = 人員
board-attendees = 與會人
board-assistants = 協辦人
board-visibility = 誰能看到
board-when = 會議時間
board-when-words = 14:30、昨天 9:00
board-duty-words = 要做什麼
board-due-words = 明天、+4
board-until = { $at } 前
board-with = 溝通對象
board-with-words = 姓名或部門
board-said = 溝通內容
board-said-words = 說了什麼，約定了什麼
board-minutes = 會議結論
board-minutes-words = 可不填
board-note-words = 只有內部看得到
board-why-words = 寫明事實和理由
board-urge-words = 催辦的話
board-urge-hint = 請儘快回報進展
board-note-give-back = 退單計入部門的退單數；沒有部門在辦時回到待派單。
board-note-transfer = 轉辦後由對方重新簽收，簽收時限從現在起算。
board-note-supervise = 督辦會記在經過裡，處理人和部門經理都看得到。
board-note-meet = 任務和完成時間記在這一件裡，各部門都看得到。
board-note-escalate = 升級後由經理安排下一步，其他時限停止。
board-note-internal = 內部備註，客戶看不到。
board-given-back = 已退單 { $number }：{ $reason }
board-transferred = 已轉辦 { $number }→{ $department }
board-reassigned = { $number } 的處理人已換為{ $person }
board-assisted = { $number } 的協辦人：{ $names }
board-supervised = 已督辦 { $number }→{ $department }
board-communicated = 已記錄 { $number } 與{ $with }的溝通
board-met = 已記錄 { $number } 的協調會議，{ $count } 項任務
board-escalated = 已升級 { $number }
board-tracked = { $number } 由{ $name }追蹤
board-noted = 已備註 { $number }
board-form-of = { $verb }…
board-remind-whom = 催辦{ $whom }
board-copy-number = 複製編號
board-copied-number = 已複製 { $number }
board-export = 匯出所選
board-saved = 已儲存 { $name }
board-not-saved = 沒有儲存
board-no-dialog = 本系統沒有檔案對話框。
