## The frame round every screen

app-name = Redress
app-tagline = 客户投诉处理
window-title = { $screen }·Redress

nav-register = 登记投诉
nav-today = 工作台
nav-intake = 投诉登记
nav-board = 派单看板
nav-handling = 部门处理
nav-callback = 回访
nav-charts = 统计图表
nav-reports = 报表
nav-settings = 设置
nav-group-analysis = 分析
nav-group-reference = 资料

rail-widen = 展开侧栏
rail-narrow = 收起侧栏
search-hint = 搜索编号、电话后四位、姓名
cloak-on = 遮蔽客户资料
cloak-off = 取消遮蔽
bell = 提醒

person-nobody = 未登录
person-nobody-hint = 登录后才能办理
person-menu = 账户与外观

menu-appearance = 外观
menu-language = 语言
menu-zoom = 缩放
appearance-light = 浅色
appearance-dark = 深色
appearance-system = 跟随系统
appearance-contrast = 高对比
menu-lock = 锁定
menu-keys = 快捷键
menu-switch-person = 切换用户
menu-sign-out = 退出登录

status-clock = { $time }
status-cloaked = 已遮蔽
status-book-local = 本机账本
status-book-team = 团队数据库
status-no-book = 尚未打开账本
status-zoom = { $percent }%
status-saved = 已保存 { $time }
status-backup = 上次可用备份 { $time }
status-backup-never = 尚无可用备份

screen-empty-title = 这里还没有内容
screen-empty-words = 打开账本后，内容会显示在这里。

keys-title = 快捷键
keys-global = 全局
keys-register = 登记投诉
keys-go = 去往第 1 到 6 个页面
keys-settings = 设置
keys-rail = 展开或收起侧栏
keys-help = 本页快捷键
keys-cloak = 遮蔽客户资料
keys-zoom = 放大、缩小、原大
keys-stops = 下一处、上一处
keys-leave = 离开输入框、关闭弹层
keys-submit = 本区的主要操作
keys-find = 本页筛选框
keys-lock = 锁定
keys-undo = 撤销
keys-print = 打印、导出当前内容
keys-palette = 搜索与命令

toast-software-rendering = 上次启动在画面出现前中断，已改用兼容渲染。
toast-preferences-broken = 本机设置文件损坏，已另存，现在使用默认设置。
bell-empty-title = 没有提醒
bell-empty-words = 超时、漏报和到期会在这里提醒您。
search-needs-book = 打开账本后可以搜索

status-open = 工作时间·距休息 { $left }
status-shut = 非工作时间·距上班 { $left }
status-calendar-known = { $year } 年历已核对
status-calendar-unknown = { $year } 年历缺数据，按周末推算
banner-log-unread = 账本读取受阻
menu-who-works = 由谁办理

opening-title = 正在打开账本
opening-begins = 第一次打开会先建好部门、类别、时限和工作日历。
opening-reading = 正在读取账本，已读 { $done } 条
opening-checking = 上次没有正常关闭，正在核对，已核对 { $done } 条
opening-mending = 正在用另一份副本修复，已写 { $done } 条
opening-failed = 账本没有打开
opening-again = 重试
opening-company = 本公司
opening-mended = 上次没有正常关闭，已用另一份副本修复，内容完整。
opening-lost-title = 账本有缺失
opening-changed = 第 { $position } 条记录与前文不符，可能被改动过。请运行核验。
palette-hint = 编号、电话后四位、姓名或内容里的字
palette-complaints = 投诉
palette-pages = 去往
palette-nothing = 没有找到“{ $query }”。换一个编号、电话后四位或内容里的字试试。
