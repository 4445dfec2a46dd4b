## 统计图表 (UI.md 5.6, 12)

charts-summary = 数据截至 { $moment }，与月报同一口径
charts-compared = 对比 { $before }·工作日 { $days } 天
charts-compared-open = 对比 { $before }·工作日 { $days } 天·本期未结束
charts-export = 导出图片
charts-monthly = 生成月报

charts-kpi-new = 新增投诉
charts-kpi-dispatch = { $minutes } 分钟派单率
charts-kpi-reports = { $minutes } 分钟汇报率
charts-per-day = 日均 { $change }
charts-members-missing = 差 { $count } 人
charts-fraction = { $part } / { $whole }

charts-pareto = 投诉类别
charts-trend = 近 12 个月
charts-heat = 责任部门×类别
charts-votes = 满意度
charts-few = 前 { $count } 类占 { $share }
charts-heat-note = 每件计入一个责任部门
charts-heat-scale = 0→15+
charts-share-40 = 40%
charts-share-80 = 80%
charts-share-100 = 100%
charts-month = { $month }月
charts-lines-totals = 总量
charts-lines-categories = 按类别
charts-holiday = { $name } { $days } 天假
charts-votes-none = 本期没有回访答复

charts-tip-bar = { $name }：{ $count } 件，累计 { $share }
charts-tip-line = { $name } { $count } 件
charts-tip-cell = { $department }×{ $category }：{ $count } 件
charts-tip-votes = { $department }：满意 { $satisfied }，一般 { $neutral }，不满意 { $dissatisfied }；满意率 { $rate }

charts-panel-cell = { $department }×{ $category }
charts-panel-votes = { $department }·满意度
charts-panel-count = { $period }·{ $count } 件
charts-panel-answers = { $period }·{ $count } 次答复
charts-panel-more = { $now }·比 { $before }多 { $count }
charts-panel-less = { $now }·比 { $before }少 { $count }
charts-panel-same = { $now }·与 { $before }相同
charts-parts-subcategories = 小类
charts-parts-categories = 类别
charts-parts-answers = 答复
charts-parts-unsaid = 未分小类
charts-parts-rest = 其他 { $count } 类
charts-cases = 案件 { $count }
charts-open = 在部门处理中打开
charts-cases-none = 没有案件

charts-empty-title = { $period }没有投诉
charts-empty-words = 登记的投诉按登记日期计入图表，回访答复按回访日期计入。
charts-empty-back = 看上一期

charts-export-title = 导出哪一张图
charts-export-png = PNG
charts-export-svg = SVG
charts-export-file = { $chart } { $period }
charts-export-busy = 正在导出…
charts-export-done = 已导出{ $chart }→{ $file }
charts-export-failed = { $chart }没有导出
charts-export-undrawn = 图片画不出来：{ $reason }

festival-new-year = 元旦
festival-spring = 春节
festival-tomb-sweeping = 清明节
festival-labour = 劳动节
festival-dragon-boat = 端午节
festival-mid-autumn = 中秋节
festival-national = 国庆节
festival-victory = 抗战胜利 70 周年
charts-cases-export = 导出 { $count } 件
charts-cases-exported = 案件清单
charts-cases-not-exported = 案件清单没有导出
