# 申请查看：请求和答复，案件与客户档案共用。
sight-ask = 向主管申请查看
sight-send = 提交申请
sight-reply = 答复
sight-wanted = { $person }申请查看
sight-asked = 已于 { $time } 申请查看，等主管答复
sight-declined = { $person }没有允许查看
sight-over = 查看期限已于 { $time } 结束
sight-until = 主管允许您查看到 { $time }，只读
sight-until-words = 到时自动收回；申请和答复都记在经过里。
sight-hours = { $hours } 小时
sight-days = { $days } 天
sight-none = 不允许
