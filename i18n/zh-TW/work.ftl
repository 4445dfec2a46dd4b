## What the values of the domain are called: stages, clocks, roles, verbs, people


## Stages of a complaint

stage-to-judge = 待判斷
stage-to-reply = 待答覆
stage-to-dispatch = 待派單
stage-in-handling = 處理中
stage-to-call-back = 待回訪
stage-escalated = 已升級
stage-closed = 已結案
stage-archived = 已歸檔
stage-merged = 已併入

## Stages of a work order

order-stage-to-forward = 待二段派單
order-stage-to-accept = 待簽收
order-stage-handling = 處理中
order-stage-awaiting-approval = 待審批
order-stage-executed = 已執行，待回單
order-stage-handed-in = 已回單
order-stage-ended = 已終止

## Clocks

clock-dispatch = 派單
clock-second-hop = 二段派單
clock-accept = 簽收
clock-report = 匯報
clock-acknowledge = 首次答覆
clock-contact = 聯絡客戶
clock-result = 當日回單
clock-approval = 審批
clock-callback = 回訪
clock-other-callback = 後續跟進
clock-first-contact = 首次聯絡
clock-promise = 預計答覆
clock-month-report = 月報提交

## What a clock says when it neither runs nor is met

clock-short-second-hop = 二段
clock-short-accept = 簽收
clock-short-acknowledge = 答覆
clock-short-contact = 聯絡
clock-short-result = 回單
clock-short-other-callback = 跟進
clock-short-promise = 預計
clock-short-first-contact = 首聯
clock-short-month-report = 月報
clock-paused = 已停，{ $reason }
clock-exempt = 豁免，{ $reason }
clock-cancelled = 不再適用
clock-due-at = 應於 { $at }

## Units of limits

unit-working-minutes = 工作分鐘
unit-natural-hours = 自然小時
unit-working-days = 工作日
unit-natural-days = 自然日
unit-end-of-day = 當天下班前

## Roles

role-front-desk = 前台
role-front-desk-supervisor = 前台主管
role-department-handler = 處理人
role-department-manager = 部門經理
role-escalation-manager = 升級負責人
role-manager = 管理層
role-admin = 管理員

## Small lists

agreement-agreed = 協商一致
agreement-refused = 未達成一致
reply-outcome-understood = 客戶諒解
reply-outcome-disputed = 客戶有異議
quality-sound = 無品質問題
quality-single-piece = 單件問題
quality-batch = 批次問題
quality-design = 設計問題
visibility-internal = 內部
visibility-customer = 客戶可見
department-kind-front-desk = 前台部門
department-kind-handling = 處理部門
department-kind-region = 片區
department-kind-staff = 職能部門
presence-present = 在崗
presence-away = 離崗

## Verbs, as buttons and timelines say them

verb-register = 登記
verb-judge = 判斷
verb-reply = 答覆
verb-acknowledge = 首次答覆
verb-solve = 當場解決
verb-convert = 轉為客訴
verb-amend = 更正
verb-mark-major = 定為重大
verb-dispatch = 派單
verb-recall = 撤回派單
verb-escalate = 升級
verb-forward = 二段派單
verb-accept = 簽收
verb-give-back = 退單
verb-transfer = 轉辦
verb-reassign = 換處理人
verb-assist = 協辦
verb-report = 匯報
verb-promise-report = 需要更久
verb-contact = 聯絡客戶
verb-investigate = 調查
verb-propose = 擬方案
verb-record-answer = 客戶意見
verb-submit = 提交審批
verb-approve = 批准
verb-record-verbal-approval = 記錄口頭批准
verb-send-plan-back = 退回修改
verb-execute = 執行方案
verb-hand-in = 提交回單
verb-pause = 暫停計時
verb-resume = 恢復計時
verb-exempt = 豁免
verb-remind = 催辦
verb-supervise = 督辦
verb-dial = 撥打
verb-record-callback = 回訪
verb-appoint = 改約
verb-assign-callback = 分配回訪
verb-close = 結案
verb-reopen = 重新開啟
verb-archive = 歸檔
verb-communicate = 溝通
verb-note = 備註
verb-meet = 協調會議
verb-link = 關聯
verb-unlink = 取消關聯
verb-merge = 併入
verb-unmerge = 拆開
verb-assign-tracking = 追蹤責任人
verb-form-group = 處理小組
verb-review = 複查
verb-hold-accountable = 問責
verb-plan-improvement = 改進措施
verb-finish-improvement = 改進完成
verb-follow-up = 後續跟進
verb-finish-follow-up = 跟進完成
verb-attach = 附件
verb-reveal = 檢視完整資料
verb-ask-sight = 申請檢視
verb-answer-sight = 答覆檢視申請

## People

customer-madam = { $surname }女士
customer-sir = { $surname }先生
customer-unknown = { $surname }**
customer-cloaked = ••
program-itself = 系統
