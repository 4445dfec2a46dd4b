## 每個畫面共用的外框

app-name = Redress
app-tagline = 客訴處理
window-title = { $screen }·Redress

nav-register = 登記客訴
nav-today = 工作台
nav-intake = 客訴登記
nav-board = 派單看板
nav-handling = 部門處理
nav-callback = 回訪
nav-charts = 統計圖表
nav-reports = 報表
nav-settings = 設定
nav-group-analysis = 分析
nav-group-reference = 資料

rail-widen = 展開側邊欄
rail-narrow = 收合側邊欄
search-hint = 搜尋編號、電話末四碼、姓名
cloak-on = 遮蔽客戶資料
cloak-off = 取消遮蔽
bell = 提醒

person-nobody = 未登入
person-nobody-hint = 登入後才能辦理
person-menu = 帳號與外觀

menu-appearance = 外觀
menu-language = 語言
menu-zoom = 縮放
appearance-light = 淺色
appearance-dark = 深色
appearance-system = 跟隨系統
appearance-contrast = 高對比
menu-lock = 鎖定
menu-keys = 快速鍵
menu-switch-person = 切換使用者
menu-sign-out = 登出

status-clock = { $time }
status-cloaked = 已遮蔽
status-book-local = 本機帳本
status-book-team = 團隊資料庫
status-no-book = 尚未開啟帳本
status-zoom = { $percent }%
status-saved = 已儲存 { $time }
status-backup = 上次可用備份 { $time }
status-backup-never = 尚無可用備份

screen-empty-title = 這裡還沒有內容
screen-empty-words = 開啟帳本後，內容會顯示在這裡。

keys-title = 快速鍵
keys-global = 全域
keys-register = 登記客訴
keys-go = 前往第 1 到 6 個頁面
keys-settings = 設定
keys-rail = 展開或收合側邊欄
keys-help = 本頁快速鍵
keys-cloak = 遮蔽客戶資料
keys-zoom = 放大、縮小、原大
keys-stops = 下一處、上一處
keys-leave = 離開輸入框、關閉彈出層
keys-submit = 本區的主要操作
keys-find = 本頁篩選框
keys-lock = 鎖定
keys-undo = 復原
keys-print = 列印、匯出目前內容
keys-palette = 搜尋與指令

toast-software-rendering = 上次啟動在畫面出現前中斷，已改用相容繪圖。
toast-preferences-broken = 本機設定檔損壞，已另存，現在使用預設設定。
bell-empty-title = 沒有提醒
bell-empty-words = 逾時、漏報和到期會在這裡提醒您。
search-needs-book = 開啟帳本後可以搜尋

status-open = 上班時間·距休息 { $left }
status-shut = 非上班時間·距上班 { $left }
status-calendar-known = { $year } 年曆已核對
status-calendar-unknown = { $year } 年曆缺資料，按週末推算
banner-log-unread = 帳本讀取受阻
menu-who-works = 由誰辦理

opening-title = 正在開啟帳本
opening-begins = 第一次開啟會先建好部門、類別、時限和工作日曆。
opening-reading = 正在讀取帳本，已讀 { $done } 筆
opening-checking = 上次沒有正常關閉，正在核對，已核對 { $done } 筆
opening-mending = 正在用另一份副本修復，已寫 { $done } 筆
opening-failed = 帳本沒有開啟
opening-again = 重試
opening-company = 本公司
opening-mended = 上次沒有正常關閉，已用另一份副本修復，內容完整。
opening-lost-title = 帳本有缺失
opening-changed = 第 { $position } 筆記錄與前文不符，可能被改動過。請執行核驗。
palette-hint = 編號、電話後四碼、姓名或內容裡的字
palette-complaints = 客訴
palette-pages = 前往
palette-nothing = 沒有找到「{ $query }」。換一個編號、電話後四碼或內容裡的字試試。
