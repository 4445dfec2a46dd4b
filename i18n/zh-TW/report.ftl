## Reports and printed forms (FORMS.md). No space between digits and Chinese on a form.

report-month-of = { $year }年{ $month }月
report-quarter-of = { $year }年第{ $quarter }季
report-year-of = { $year }年
report-days = { $first } 至 { $last }
report-title = { $company } { $period } { $name }
report-name-monthly = 客訴資訊月彙總報表
report-name-category = 顧客客訴分類統計表
report-name-callback = 回訪記錄表
report-name-callback-summary = 回訪總結報告
report-name-ledger = 客訴台帳
report-name-record = 客訴記錄表
report-name-slip = 派單與回單
report-unit = 編製單位：{ $unit }
report-period-line = 統計期間：{ $days }
report-received-line = 受理時間：{ $days }
report-callback-line = 回訪期間：{ $days }
report-number-line = 編號：{ $number }　單位：件
report-unit-cases = 單位：件
report-mark-draft = 草稿，未經審批
report-mark-waiting = 待主管審批
report-mark-corrected = 更正版
report-page-of = 第 { $page } 頁 共 { $pages } 頁
report-none = 無
report-not-said = 未填寫
report-undispatched = 未派單
report-yes = 是
report-no = 否
report-total = 合計
report-subtotal = 小計
report-grand-total = 總計
report-others = 其餘
report-rest-departments = 其餘部門

## Parts of the month's summary

report-part-overview = 一、總體情況
report-part-departments = 二、按責任部門
report-part-categories = 三、按客訴類別
report-part-shares = 四、按客訴管道、地區、產品
report-part-details = 五、客訴明細
report-part-notable = 六、重大、升級、重複客訴說明
report-part-improvements = 七、問題分析與改進措施
report-part-exemptions = 八、特殊情況（豁免）清單
report-part-urgent = 休息時段緊急撥打 { $count } 次
report-part-accountability = 九、問責
report-part-definitions = 指標口徑
report-this = 本月
report-last = 上月
report-change = 環比
report-year-before = 去年同月
report-balance-holds = 核對：期初未結{ $opening } + 本月新增{ $new } = 本月結案{ $closed } + 期末未結{ $closing }，相符。
report-balance-broken = 核對：期初未結{ $opening } + 本月新增{ $new } ≠ 本月結案{ $closed } + 期末未結{ $closing }，不符。
report-members-missing = 會員未回訪：{ $names }。
report-major-remark = 含重大{ $count }
report-people = { $count }（{ $people }）
report-why-major = 重大（{ $reasons }）
report-why-escalated = { $day }升級至{ $to }
report-why-repeat = 重複客訴
report-notable-line = { $number } { $customer }（{ $department }）：{ $why }。{ $summary }。{ $outcome }。

## Figures

measure-opening = 期初未結
measure-new = 本月新增
measure-founded = 其中：成立
measure-unfounded = 其中：不成立
measure-to-handle = 本月應處理
measure-closed = 本月結案
measure-closing = 期末未結
measure-late-open = 其中：逾時未結
measure-closure = 結案率
measure-first-resolution = 首次解決率
measure-satisfaction = 滿意率
measure-response = 24小時回應率
measure-dispatch = 10分鐘派單率
measure-reports = 30分鐘匯報率
measure-callback = 回訪率
measure-member-callback = 會員回訪率
measure-callback-on-time = 按時回訪率
measure-redispatched = 重新派單數
measure-escalated = 升級數
measure-repeats = 重複客訴數
measure-compensation = 補償金額（元）
measure-handling = 平均處理時長（小時）

## Columns

column-no = 序號
column-number = 編號
column-department = 責任部門
column-opening = 期初
column-new = 新增
column-to-handle = 應處理
column-closed = 結案
column-closing = 期末未結
column-closure = 結案率
column-rank = 排名
column-on-time = 按時辦結率
column-satisfied = 滿意
column-neutral = 一般
column-dissatisfied = 不滿意
column-satisfaction = 滿意率
column-redispatched = 重新派單
column-escalated = 升級
column-late = 逾時
column-handling = 平均處理時長（小時）
column-remark = 備註
column-parent = 大類
column-sub = 小類
column-cause = 客訴原因
column-count = 件數
column-count-people = 件數（人數）
column-times-people = 客訴次數（人數）
column-people = 人數
column-share = 占比
column-change = 環比
column-change-count = 環比增減
column-channel = 客訴管道
column-region = 地區
column-product = 產品
column-day = 客訴日期
column-customer = 客訴人
column-category = 類別
column-summary = 內容摘要
column-liable = 責任人
column-result = 處理結果
column-callback-result = 回訪結果
column-round = 輪次
column-status = 狀態
column-closed-day = 結案日期
column-problem = 問題
column-root-cause = 根本原因
column-measure = 改進措施
column-due-day = 完成期限
column-verified = 驗證結果
column-clock = 時限
column-reason = 原因
column-approver = 核准人
column-held = 處理
column-recorded-by = 登記人
column-date = 日期
column-founded = 成立
column-unfounded = 不成立
column-open = 未結案
column-repeat = 重複客訴
column-month = 月份

## Columns of the ledger

ledger-received = 客訴時間
ledger-channel = 客訴方式
ledger-phone = 聯絡電話
ledger-product = 產品/服務
ledger-parent = 客訴大類
ledger-sub = 客訴小類
ledger-severity = 嚴重程度
ledger-content = 客訴內容
ledger-remedy = 客戶訴求
ledger-validity = 是否成立
ledger-dispatched = 派單時間
ledger-dispatch-minutes = 派單用時（分）
ledger-contact = 首次聯絡時間
ledger-cause = 原因分析
ledger-measures = 處理措施
ledger-compensation = 補償金額
ledger-slip = 回單時間
ledger-handling = 處理時長（小時）
ledger-called = 回訪時間
ledger-escalated = 是否升級
ledger-close-code = 結案方式
ledger-closed = 結案時間
ledger-late = 是否逾時

## The callback record and summary

callback-number = 回訪編號
callback-case = 客訴編號
callback-name = 客戶姓名
callback-member = 會員
callback-product = 服務項目/產品
callback-summary = 客訴內容摘要
callback-due = 應回訪時間
callback-at = 實際回訪時間
callback-method = 回訪方式
callback-outcome = 接通情況
callback-length = 通話時長（秒）
callback-result = 對處理結果滿意度
callback-process = 對服務過程滿意度
callback-reasons = 不滿意原因
callback-suggestions = 意見與建議
callback-new-problem = 回訪中新問題
callback-next = 後續處理
callback-appointment = 下次預約時間
callback-caller = 回訪人
callback-head-line = 共回訪{ $calls }次，成功{ $reached }次；滿意{ $satisfied }、一般{ $neutral }、不滿意{ $dissatisfied }；會員{ $members }。
callback-totals-line = 應回訪{ $due }，已回訪{ $done }，回訪率{ $rate }，成功率{ $success }，滿意率{ $satisfaction }。
callback-next-close = 結案
callback-next-redispatch = 重新派單
callback-next-escalate = 升級
callback-next-again = 再次回訪
callback-part-general = 一、回訪概況
callback-part-satisfaction = 二、滿意度分析
callback-part-reasons = 三、不滿意原因分析
callback-part-suggestions = 四、客戶意見與建議彙總
callback-part-cases = 五、典型案例
callback-part-people = 六、回訪執行情況
callback-part-measures = 七、改進建議與責任分工
callback-owed = 應訪
callback-done = 實訪
callback-calls = 撥打次數
callback-reached = 接通
callback-no-answer = 未接
callback-refused = 拒訪
callback-bad-number = 空號
callback-group = 分組
callback-all = 全部
callback-members = 會員
callback-others = 非會員
callback-last-period = 上期
callback-times = 次數
callback-on-time = 按時率
callback-complete = 完整率
callback-seconds = 平均通話（秒）

## Category statistics

category-by-category = 按類別
category-by-department = 部門×類別
category-by-channel = 管道×類別
category-trend = 月度趨勢
category-charts = 圖表
category-analysis = 資料分析
category-countermeasures = 改進對策
category-analysis-line = 本期新增{ $count }件，件數最多的{ $few }類占{ $share }：{ $names }。

## Definitions, as printed under the tables

definition-satisfaction = 滿意率 = 滿意 ÷ 成功回訪；不成立的客訴不計入。
definition-callback = 回訪率 = 已成功回訪 ÷ 應回訪；應回訪含期內到期未訪和未回訪即結案的件，未決的不計。
definition-callback-on-time = 按時回訪率 = 在時限內成功回訪 ÷ 應回訪；會員回訪率只計會員。
definition-first-resolution = 首次解決率 = 第1輪即滿意結案（含當場解決）÷ 本月結案。
definition-on-time = 按時辦結率 = 在時限內回單 ÷ 應回單。
definition-response = 24小時回應率 = 24小時內首次答覆 ÷ 受理；10分鐘派單率 = 時限內首次派單 ÷ 應派單。
definition-reports = 30分鐘匯報率 = 按時匯報次數 ÷ 應匯報次數，按期內派出的工單計。
definition-closure = 結案率 = 本月結案 ÷ 本月應處理；本月應處理 = 期初未結 + 本月新增。
definition-repeat = 重複客訴 = 同一客戶同一產品或類別在{ $days }天內再次客訴。
definition-handling = 處理時長 = 受理至最後一次回單；無回單的至結案。平均數按本月結案件計，含非工作時間。
definition-department = 每件計入一個責任部門：最近一輪的首個工單部門；未派單的另列一列。
definition-exempt = 豁免件不計入分子和分母，逐件列在特殊情況清單。百分比保留兩位小數，分母為0時記「—」。

## Signatures

sign-prepared = 製表人：____________
sign-filled = 填表人（客服主管）：____________
sign-filled-plain = 填表人：____________
sign-opinion = { $unit }主管審批意見：____________________
sign-signature = 簽字：____________
sign-reviewed = 審核人：____________
sign-approved = 核准人：____________
sign-caller = 回訪人：____________
sign-author = 撰寫人：____________
sign-date = 日期：____年__月__日
sign-archive = 備案號：____________

## Charts

chart-pareto = 客訴類別
chart-trend = 近12個月
chart-heatmap = 責任部門×類別
chart-satisfaction = 滿意度
chart-count = 件數
chart-cumulative = 累計占比
chart-month = { $month }月
chart-source = { $company }·{ $days }
chart-unit = 單位：件
chart-few = 前{ $count }類占{ $share }

## Checks before a report is submitted

check-balance = 期初+新增=結案+期末
check-balance-broken = 期初+新增與結案+期末差{ $by }
check-categories = 類別合計與新增一致，{ $count }
check-categories-broken = 類別合計{ $sum }，新增{ $count }，不一致
check-departments = 部門合計與新增一致，{ $count }
check-departments-broken = 部門合計{ $sum }，新增{ $count }，不一致
check-exemptions-none = 沒有豁免
check-exemptions = 豁免 { $count } 件均有原因和核准人
check-exemptions-lacking = 豁免 { $count } 件中 { $lacking } 件缺原因或核准人
check-members = 會員回訪無遺漏
check-members-missing = 會員回訪缺 { $count } 人
check-improvements = 改進措施已填
check-improvements-missing = 改進措施有 { $count } 處未填

report-fractions = 分子/分母：{ $list }。
report-fraction = { $name }{ $part }/{ $whole }
definition-compensation = 補償金額按本月結案件的已執行方案計；逾時未結 = 期末未結中有時限超過的件。

## 晨會簡報

report-name-briefing = 晨會簡報
briefing-new = 昨日新增
briefing-closed = 昨日結案
briefing-open = 未結
briefing-late = 已逾時
briefing-due = 今日到期
briefing-callbacks = 待回訪
briefing-members = 會員缺訪
briefing-part-late = 一、已逾時
briefing-part-due = 二、今日到期
briefing-part-callbacks = 三、待回訪
briefing-part = { $name }（{ $count }件）
briefing-none-late = 沒有逾時。
briefing-none-due = 今天沒有到期的時限。
briefing-none-callbacks = 沒有待回訪。
briefing-more = 另有{ $count }件，見工作臺。
briefing-members-missing = 會員回訪還差{ $count }人：{ $names }。
briefing-unfiled = { $month }彙總報表尚未備案。
briefing-made = { $time }產生
briefing-clock = 時限
briefing-owner = 現由誰辦
