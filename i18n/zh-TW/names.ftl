## 固定用語

kind-complaint = 客訴
kind-inquiry = 諮詢
kind-suggestion = 建議
kind-praise = 表揚

salutation-madam = 女士
salutation-sir = 先生
salutation-unknown = 未說明

validity-founded = 成立
validity-partly-founded = 部分成立
validity-unfounded = 不成立

severity-minor = 一般
severity-serious = 較重
severity-major = 重大

urgency-normal = 普通
urgency-urgent = 緊急
urgency-critical = 特急

priority-p1 = P1
priority-p2 = P2
priority-p3 = P3

complexity-simple = 簡單
complexity-ordinary = 普通
complexity-complex = 複雜

major-reason-safety = 安全或人身傷害
major-reason-media-or-regulator = 媒體或主管機關介入
major-reason-amount = 金額達到標準
major-reason-group = 集體客訴
major-reason-second-dissatisfaction = 二次不滿意
major-reason-manual = 人工認定

method-other-departments = 聯絡其他部門
method-files = 查閱檔案
method-background = 分析原因背景

remedy-return = 退貨
remedy-exchange = 換貨
remedy-repair = 維修
remedy-refund = 退款
remedy-damages = 賠償
remedy-goodwill = 優惠或贈品
remedy-apology = 道歉
remedy-other = 其他

approval-method-written = 書面
approval-method-verbal = 口頭
approval-method-system = 系統

acceptance-method-signature = 簽名
acceptance-method-phone = 電話
acceptance-method-message = 簡訊
acceptance-method-in-person = 當面

contact-method-phone = 電話
contact-method-message = 簡訊
contact-method-mail = 電子郵件
contact-method-chat = 即時通訊
contact-method-visit = 到府

call-outcome-reached = 接通
call-outcome-no-answer = 未接
call-outcome-refused = 拒訪
call-outcome-bad-number = 空號

satisfaction-satisfied = 滿意
satisfaction-neutral = 一般
satisfaction-dissatisfied = 不滿意

close-code-satisfied = 滿意結案
close-code-unfounded = 不成立結案
close-code-withdrawn = 客戶撤回
close-code-unreachable = 聯絡不上結案
close-code-supervisor-approved = 主管核准結案
close-code-solved-at-desk = 當場解決

exemption-customer-asked = 客戶要求改期
exemption-customer-unreachable = 聯絡不上客戶
exemption-third-party = 等候第三方
exemption-force-majeure = 不可抗力
exemption-system-failure = 系統故障
exemption-missing-information = 資料不全
exemption-other = 其他

pause-waiting-for-customer = 等客戶
pause-waiting-for-third-party = 等第三方
pause-waiting-for-parts = 等零件
pause-waiting-for-approval = 等簽核
pause-other = 其他
pause-merged = 已併入

return-not-ours = 非本部門職責
return-missing-information = 資料不全
return-duplicate = 重複派單
return-other = 其他

link-repeat-of = 重複客訴
link-same-matter-as = 合併
link-related-to = 關聯
link-systemic-issue = 同一專案

progress-contacted = 已聯絡客戶
progress-investigating = 正在調查
progress-waiting-for-department = 等候部門
progress-plan-drafted = 方案已擬
progress-executed = 已執行
progress-other = 其他進度

follow-up-promise = 未完成的承諾
follow-up-service = 服務回訪
follow-up-occasion = 節慶與活動回訪
follow-up-reminder = 貼心提醒
